package clew.core.standard;

import java.util.List;
import java.util.Optional;

/** The rules of testimony. */
final class TestimonyRules {
    private static final List<Field<Code>> USES = List.of(
            TestimonyShape.AGREE_SAFEGUARDING,
            TestimonyShape.AGREE_INVESTIGATION,
            TestimonyShape.AGREE_AUDIT,
            TestimonyShape.AGREE_LEARNING,
            TestimonyShape.AGREE_CONTACT,
            TestimonyShape.AGREE_LINKING);

    private TestimonyRules() {}

    static Rule agreementSaid() {
        return new Rule(
                "Agreement is recorded for each use, if only as not asked.",
                record -> USES.stream()
                        .filter(use -> !record.has(use))
                        .findFirst()
                        .map(use -> Violation.refused(use.type().expected(), "nothing", use.name())));
    }

    static Rule linkedWithAgreement() {
        return new Rule("Testimony is linked to an event only with agreement.", TestimonyRules::linked);
    }

    static Rule handled() {
        return new Rule(
                "Testimony says how it is handled.",
                record -> Rules.when(
                        !record.has(Common.HANDLING), Violation.refused("handling P or C", "nothing", "handling")));
    }

    private static Optional<Violation> linked(StandardRecord record) {
        boolean linked = record.has(TestimonyShape.EVENT);
        return Rules.when(
                linked && !record.is(TestimonyShape.AGREE_LINKING, "agreed"),
                Violation.refused("agreement to linking", "an event without it", "event"));
    }
}
