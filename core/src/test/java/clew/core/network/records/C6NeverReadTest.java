package clew.core.network.records;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.standard.Code;
import clew.core.standard.CodeLists;
import clew.core.standard.Field;
import clew.core.standard.InvolvementShape;
import clew.core.standard.PersonShape;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ethnicity, nationality, religion, language, disability and sex can be anything: patterns cannot tell. */
class C6NeverReadTest {
    private static final Pattern PROTECTED = Pattern.compile(
            "(?i).*(sex|gender|ethnic|national|religio|belief|language|interpreter|disab|name|race|faith).*");
    /** A thing has a name, such as a takeaway; nobody's name is in a fact. */
    private static final Set<String> OF_THINGS = Set.of("Thing.name");

    @Test
    void the_facts_that_patterns_are_handed_have_no_place_for_them() {
        List<String> places = Arrays.stream(Fact.class.getPermittedSubclasses())
                .flatMap(fact -> Arrays.stream(fact.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> fact.getSimpleName() + "." + name))
                .filter(PROTECTED.asMatchPredicate())
                .filter(place -> !OF_THINGS.contains(place))
                .toList();

        assertThat(places).isEmpty();
        assertThat(Arrays.stream(Fact.class.getPermittedSubclasses())
                        .flatMap(fact -> Arrays.stream(fact.getRecordComponents()))
                        .map(RecordComponent::getType)
                        .filter(type -> type == StandardRecord.class || type == Code.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void permuting_them_leaves_every_byte_of_the_evidence_as_it_is(long seed) {
        Random random = new Random(seed);
        Told told = new Told();
        for (int i = 0; i < 20; i++) {
            told.person("p" + i, "police", i % 3 == 0 ? "2011-07-08" : "1985-03-04");
        }
        for (int e = 0; e < 40; e++) {
            told.event("e" + e, "police", "sighting", "2026-03-" + (10 + e % 20), "");
            told.role("e" + e, "police", "p" + random.nextInt(10), "present");
            told.role("e" + e, "police", "p" + (10 + random.nextInt(10)), "present");
        }
        for (int turn = 0; turn < 3; turn++) {
            List<Told.Sent> marked = told.sent().stream()
                    .map(sent -> new Told.Sent(sent.id(), sent.agency(), marked(sent.record(), random)))
                    .collect(Collectors.toList());
            assertThat(marked).isNotEqualTo(told.sent());
            Collections.shuffle(marked, random);
            assertThat(episodes(marked)).isEqualTo(episodes(told.sent()));
            assertThat(Told.network(marked, Persons.APART).about().toString())
                    .isEqualTo(Told.network(told.sent(), Persons.APART).about().toString());
        }
    }

    private static String episodes(List<Told.Sent> sent) {
        var evidence = Told.network(sent, Persons.APART).evidence();
        StringBuilder text = new StringBuilder();
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            text.append(evidence.episode(episode)).append(Arrays.toString(evidence.there(episode)));
            for (int subject : evidence.there(episode)) {
                text.append(evidence.standingIn(episode, subject));
            }
        }
        return text.toString();
    }

    /** The record with every protected field of its shape filled by chance. */
    private static StandardRecord marked(StandardRecord record, Random random) {
        Shape shape = record.shape();
        if (shape != PersonShape.SHAPE && shape != InvolvementShape.SHAPE) {
            return record;
        }
        StandardRecord.Builder builder = record.change();
        for (Field<?> field : shape.fields()) {
            boolean isProtected =
                    field.name().matches("sex|gender|self_defined_ethnicity|observed_ethnicity|disability");
            if (isProtected) {
                var codes = CodeLists.named(field.name()).codes();
                builder.read(field, codes.get(random.nextInt(codes.size())).code());
            } else if (field.name().matches("nationality|language|given_name|family_name")) {
                builder.read(field, "value" + (char) ('a' + random.nextInt(26)));
            }
        }
        return builder.build();
    }
}
