/**
 * JMH benchmarks and the scoreboard over public and simulated data. May import: core.
 */
@NullMarked
package clew.bench;

import org.jspecify.annotations.NullMarked;
