@NullMarked
package clew.app.ledger;

import org.jspecify.annotations.NullMarked;
