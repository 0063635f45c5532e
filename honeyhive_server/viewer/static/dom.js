// How the other modules find elements, and tell a screen reader what happened.

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
export const say = (text) => { $("#said").textContent = text; };
