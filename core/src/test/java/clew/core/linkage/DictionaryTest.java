package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private static final List<String> WORDS =
            List.of("smith", "smyth", "a", "jones", "johns", "smith@example.org", "20010203");

    @Test
    void words_compare_the_same_whether_they_are_their_own_symbols_or_are_laid_out_anew() {
        Dictionary alone = dictionary(WORDS);
        Dictionary amongOthers = dictionary(WORDS);
        amongOthers.number("de la cruz");
        amongOthers.number("zoë");
        alone.freeze();
        amongOthers.freeze();
        StringKernel kernel = new StringKernel();
        for (int left = 0; left < alone.size(); left++) {
            assertThat(alone.length(left))
                    .isEqualTo(amongOthers.length(left))
                    .isEqualTo(alone.text(left).length());
            assertThat(alone.signature(left)).isEqualTo(amongOthers.signature(left));
            assertThat(alone.parts(left)).isEmpty();
            for (int right = 0; right < alone.size(); right++) {
                assertThat(alone.jaroWinkler(kernel, left, right))
                        .isEqualTo(amongOthers.jaroWinkler(kernel, left, right));
                assertThat(alone.distance(kernel, left, right)).isEqualTo(amongOthers.distance(kernel, left, right));
                assertThat(alone.isPrefix(left, right)).isEqualTo(amongOthers.isPrefix(left, right));
            }
        }
    }

    @Test
    void a_word_with_more_letters_than_are_compared_is_cut_as_ever() {
        Dictionary dictionary = dictionary(List.of("a".repeat(StringKernel.LONGEST + 1), "b"));
        dictionary.freeze();
        assertThat(dictionary.length(1)).isEqualTo(StringKernel.LONGEST);
        assertThat(dictionary.symbol(2, 0)).isEqualTo((byte) 'b');
    }

    @Test
    void a_text_of_digits_is_a_number_and_the_empty_one_is_0() {
        Dictionary dictionary = dictionary(WORDS);
        assertThat(dictionary.asNumber(dictionary.number("20010203"))).isEqualTo(20_010_203);
        assertThat(dictionary.asNumber(0)).isZero();
    }

    private static Dictionary dictionary(List<String> words) {
        Dictionary dictionary = new Dictionary();
        words.forEach(dictionary::number);
        return dictionary;
    }
}
