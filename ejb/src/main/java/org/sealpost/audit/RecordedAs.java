package org.sealpost.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sealpost.model.Act;

/**
 * Says which act a method is the door of, where the act itself is {@link Audited} further inside: a call that is refused
 * at the door for the caller's role is recorded as that act.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RecordedAs {
    /** What is tried. */
    Act value();
}
