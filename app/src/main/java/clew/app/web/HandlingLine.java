package clew.app.web;

import clew.app.identity.PersonView.Source;

/** Where one record comes from and how it may be handled, in words. */
record HandlingLine(
        String name,
        String regime,
        String purpose,
        String reason,
        String handling,
        String known,
        String received,
        String correction) {

    static HandlingLine of(Source source, RecordNames names) {
        return new HandlingLine(
                names.of(source.record()),
                source.regime(),
                source.purpose(),
                source.reasonForInclusion(),
                source.handling(),
                source.knownFrom() == null ? "not recorded" : Words.date(source.knownFrom()),
                Words.date(source.receivedAt()),
                source.correctable()
                        ? "by the agency, with its next extract"
                        : "cannot be corrected: the agency's row has no key");
    }
}
