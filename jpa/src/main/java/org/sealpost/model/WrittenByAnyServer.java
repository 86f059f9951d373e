package org.sealpost.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This entity holds no keys: servers that do not hold the Key Manager's service write it, too. Every entity without this
 * is behind the {@link Fence}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrittenByAnyServer {
    /** Why that does no harm. */
    String value();
}
