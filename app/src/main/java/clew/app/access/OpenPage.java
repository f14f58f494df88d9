package clew.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler method that shows nothing about anyone, to anyone: the sign-in page, the accessibility statement. It leaves
 * no row in the ledger. A test lists all of them, so that a new one is a conscious step.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenPage {}
