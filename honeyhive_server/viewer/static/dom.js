// Helpers that find elements, and that announce to a screen reader what happened.

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
export const say = (text) => { $("#said").textContent = text; };
