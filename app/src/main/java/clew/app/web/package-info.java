/**
 * The pages: thin controllers over the calls of other rooms, drawn by templates, complete without JavaScript. May import: every room below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "child",
            "corrections",
            "desk",
            "groups",
            "identity",
            "ledger",
            "oversight",
            "quality",
            "retention",
            "review",
            "store"
        })
package clew.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
