package clew.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that opens the store, with what it is an act of. Who may run commands on the server is the deployment's to
 * say; that one was run stands in the ledger. A command without this mark opens no store, and a test names it.
 */
@Target(ElementType.TYPE)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
public @interface OpensStore {

    Action value();
}
