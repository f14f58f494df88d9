package clew.core.simulate;

/** Is told how far a simulation has come. */
@FunctionalInterface
public interface SimulationProgress {

    /** Tells nobody. */
    SimulationProgress NONE = (done, people, records) -> {};

    /**
     * Called about every two thousand households and at the end.
     *
     * @param done people whose lives are written
     * @param people all of them
     * @param records of people, vehicles, phones and places written so far
     */
    void at(int done, int people, long records);
}
