/**
 * The command line: one thin class a command, over the calls of the other rooms. May import: every room below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "identity",
            "intake",
            "intake :: mapping",
            "intake :: source",
            "ledger",
            "store",
            "web"
        })
package clew.app.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
