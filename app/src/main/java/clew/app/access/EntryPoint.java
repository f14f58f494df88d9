package clew.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler method as an entry point: before it runs, {@link Access} decides on this action; before its answer leaves,
 * one row is in the ledger. A handler method without this mark is refused at run time, and a test names it.
 *
 * <p>The method says what it shows by its {@link clew.app.ledger.Look} parameter, and reads with the rights of its
 * {@link Viewer} parameter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EntryPoint {

    Action value();

    /** Fixed words for the ledger, where the action alone does not say what was looked at. */
    String note() default "";
}
