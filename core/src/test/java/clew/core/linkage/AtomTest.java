package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomTest {
    /** Plain and not, too short for some forms, alike in some. */
    private static final List<String> NAMES = List.of(
            "", "a", "al", "ali", "alic", "alice", "alicia", "malice", "zoë", "zoéy", "ålice", "o brien", "o briar",
            "李", "ab1 2cd", "ab1 2ce");

    private static final List<String> DATES = List.of("", "20010203", "20010302", "20010204", "20010000", "19990000");

    @ParameterizedTest
    @EnumSource(KeyForm.class)
    void two_records_share_a_key_when_their_texts_make_the_same_one(KeyForm form) {
        List<String> texts = switch (form) {
            case DATE, YEAR, YEAR_MONTH, MONTH_DAY -> DATES;
            default -> NAMES;
        };
        Atom atom = Atom.of("key", form, List.of(field(texts)));
        for (int left = 0; left < texts.size(); left++) {
            String key = key(form, texts.get(left));
            assertThat(atom.hash(left) == 0).as(texts.get(left)).isEqualTo(key.isEmpty());
            for (int right = 0; right < texts.size(); right++) {
                boolean same = Objects.equals(key, key(form, texts.get(right)));
                assertThat(atom.hash(left) == atom.hash(right))
                        .as("%s and %s", texts.get(left), texts.get(right))
                        .isEqualTo(same);
                assertThat(atom.wideHash(left) == atom.wideHash(right)).isEqualTo(same);
            }
        }
    }

    private static String key(KeyForm form, String text) {
        String key = text.isEmpty() ? null : form.of(text);
        return key == null ? "" : key;
    }

    private static Field field(List<String> texts) {
        Dictionary dictionary = new Dictionary();
        int[] codes = texts.stream().mapToInt(dictionary::number).toArray();
        dictionary.freeze();
        return Field.of("field", List.of("field"), dictionary, codes);
    }
}
