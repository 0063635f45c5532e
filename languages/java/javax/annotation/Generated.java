package javax.annotation;

/** Stands in for the annotation that Java 11 took out and generated classes still carry. */
public @interface Generated {
    String[] value();

    String date() default "";

    String comments() default "";
}
