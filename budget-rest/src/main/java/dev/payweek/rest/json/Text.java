package dev.payweek.rest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how long a text of a request may be, so that the reader checks it and the OpenAPI document says it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {
    /** The most characters, inclusive. */
    int max();

    /** Whether the text may be blank. */
    boolean blank() default false;
}
