package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.Attention;
import clew.core.linkage.HandMade;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import clew.core.linkage.LinkModel.Rule;
import clew.core.linkage.LinkModel.StopKey;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.measure.Counts;
import clew.core.measure.GroupAccuracy;
import clew.core.measure.Interval;
import java.util.List;
import java.util.OptionalLong;

/** Reports made by hand, with one text put wherever a text of the data can stand. */
final class Reports {

    private Reports() {}

    /** A report of invented people whose every name, value and label holds {@code text}. */
    static LinkReport with(String text) {
        return new LinkReport(
                List.of(new LinkReport.Source("school" + text, 600), new LinkReport.Source("clinic", 400)),
                List.of(
                        new LinkReport.Fill("surname" + text, "family name", 20),
                        new LinkReport.Fill("nino", "identifier", 900)),
                700,
                12_345,
                model(text),
                List.of(
                        new CurvePoint(4_000_000, false, 302, 0.99, 0.7, new Counts(302, 300, 400), null),
                        new CurvePoint(0, true, 324, 0.96, 0.75, new Counts(324, 311, 400), null)),
                List.of(new Band(4.2, 8.2, 300, 2), new Band(0.2, 4.2, 10, 12), new Band(-3.8, 0.2, 1, 40)),
                List.of(new SizeBand(1, 1, 450), new SizeBand(2, 2, 200), new SizeBand(3, 3, 50)),
                3,
                List.of(sample(text, Sample.Choice.STRONG, true), sample(text, Sample.Choice.KEPT_APART, false)),
                List.of(look(text)),
                ClerkSample.of(table(text), HandMade.result(new int[] {0, 0, 1}, new double[][] {{0, 1, 5}, {0, 2, -3}
                })),
                List.of(new Attention(Attention.Why.HELD_BACK, "two different NHS numbers" + text, List.of(1, 2))),
                List.of(new LinkReport.Figure(
                        "Pairs: precision" + text, 0.9876, "of the pairs found, the share that is right")),
                List.of(new NameGroups.Group(
                        "How long the family name is" + text,
                        "up to 4 letters" + text,
                        new GroupAccuracy(90, 40, interval(0.9), interval(0.8), interval(0.85)))),
                new Told(
                        List.of(
                                new Told.Step(new Phase("score" + text, 1.25, 12_345, "pairs"), 300),
                                new Told.Step(new Phase("cluster", 0.5, 700, "persons"), 321)),
                        321,
                        List.of(new Told.Setting("file people.csv" + text, "SHA-256 0a1b" + text)),
                        null));
    }

    /** A report of a run of which only the model and the columns say anything. */
    static LinkReport bare(LinkModel model, List<LinkReport.Source> sources, List<LinkReport.Fill> columns) {
        return new LinkReport(
                sources,
                columns,
                0,
                0,
                model,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                ClerkSample.of(RecordTable.builder(List.of()).build(), HandMade.result(new int[0], new double[0][])),
                List.of(),
                List.of(),
                List.of(),
                Told.nothing(List.of(), 0));
    }

    private static Interval interval(double value) {
        return new Interval(value, value - 0.05, value + 0.05, 0.95);
    }

    private static PersonLook look(String text) {
        return new PersonLook(
                PersonLook.Reason.BRIDGE,
                "The strongest tie" + text,
                List.of("surname" + text),
                List.of(
                        new PersonLook.Row(
                                "school / 1" + text, "A", List.of(new PersonLook.Cell("Okafor" + text, false))),
                        new PersonLook.Row("clinic / 2", "B", List.of(new PersonLook.Cell("Adeyemi" + text, true)))),
                2);
    }

    private static RecordTable table(String text) {
        return RecordTable.builder(List.of(new RecordTable.Column("surname" + text, Kind.FAMILY_NAME)))
                .add("school" + text, "1" + text, "Okafor" + text)
                .add("clinic", "2", "Okafor" + text)
                .add("clinic", "3", "Adeyemi")
                .build();
    }

    private static LinkModel model(String text) {
        return new LinkModel(
                LinkModel.VERSION,
                1000,
                499_500,
                List.of(),
                List.of(),
                -10_000_000,
                0.001,
                OptionalLong.empty(),
                List.of(new Comparison(
                        "family name" + text,
                        null,
                        Kind.FAMILY_NAME,
                        List.of("surname" + text),
                        1,
                        false,
                        1,
                        List.of(
                                level("missing", 0, 0, 0, false),
                                level("same" + text, 0.9, 0.001, 9_800_000, true),
                                level("different", 0.1, 0.999, -3_300_000, false)))),
                List.of(new Rule(
                        "family name + date of birth" + text,
                        List.of(),
                        false,
                        900,
                        900,
                        250,
                        List.of(new StopKey("smith" + text, 77)),
                        List.of())),
                0.91,
                0.95,
                12,
                List.of("few pairs agree" + text),
                List.of());
    }

    static Level level(String label, double m, double u, long weight, boolean byValue) {
        return new Level(label, m, u, weight, 0, byValue, 0, List.of());
    }

    private static Sample sample(String text, Sample.Choice choice, boolean joined) {
        Explanation reasons = Explanation.sum(
                "score" + text,
                List.of(
                        Explanation.leaf(-10_000_000, "before anything is compared" + text),
                        Explanation.sum(
                                "family name: same" + text,
                                List.of(
                                        Explanation.leaf(9_800_000, "same"),
                                        Explanation.leaf(4_200_000, "a rare name" + text))),
                        Explanation.leaf(3_000_000, "date of birth: same")));
        return new Sample(
                choice,
                "school" + text + " / 1",
                "clinic / 2",
                0.992,
                joined,
                List.of(
                        new Sample.Values("surname", "Okafor" + text, "Okafor" + text),
                        new Sample.Values("town", "", "Netherby"),
                        new Sample.Values("nino", "", "")),
                reasons,
                "The score reaches the threshold" + text);
    }
}
