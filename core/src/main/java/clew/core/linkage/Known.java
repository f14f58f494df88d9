package clew.core.linkage;

/** What must be known of the fields of records before two can be compared: counted in the table at hand when a model is trained, told by the model when it is applied. */
interface Known {
    /** How rare each value is. */
    Exactness exactness(Field field);

    /** Whether a field that stands for itself is compared. */
    boolean isCompared(Records.KindField field);

    /** Whether the values of a field of identifiers follow the check rule of a national one. */
    boolean isNational(Field field);

    /** Whether a comparison, by its name, is weighed apart where what it follows from agrees. */
    boolean isWeighedApart(String comparison);
}
