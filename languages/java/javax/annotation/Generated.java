package javax.annotation;

/** Replaces the annotation that Java 11 removed and that generated classes still use. */
public @interface Generated {
    String[] value();

    String date() default "";

    String comments() default "";
}
