package clew.core.simulate;

/** An agency that writes down what it came to know. */
interface Agency {

    /** Writes the rows of an event and says under which key it can be found. */
    Recorded record(Event event);

    /** Writes what can only be written when everything is known, such as the day on which somebody first became known. */
    default void finish() {}
}
