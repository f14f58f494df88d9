package clew.core.standard;

/** Whether a date looks like what a system or a person puts in when the date is not known. */
public enum DefaultDate {
    /** It does not. */
    NO,
    /** 1 January of a year: often the year alone was known. Right for one person in 365 by chance. */
    FIRST_OF_JANUARY,
    /** A date at which a computer's calendar starts, such as 1 January 1900: the year is no evidence either. */
    START_OF_A_CALENDAR
}
