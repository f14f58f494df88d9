package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final String[] WORDS = {
        "ann", "anna", "lee", "li", "o", "smith", "smyth", "jones", "1a", "@.-", "محمد", "é"
    };
    private static final int TEXTS = 300;

    private final Dictionary texts = new Dictionary();
    private final StringKernel kernel = new StringKernel();

    SignaturesTest() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
            for (int more = random.nextInt(4); more > 0; more--) {
                text.append(random.nextInt(3) == 0 ? " " : "").append(WORDS[random.nextInt(WORDS.length)]);
            }
            texts.number(text.toString());
        }
        texts.freeze();
    }

    @Test
    void a_bound_never_rules_out_what_the_kernels_would_find() {
        Signatures signatures = new Signatures(texts);
        for (int one = 1; one < texts.size(); one++) {
            for (int other = 1; other < texts.size(); other++) {
                long left = signatures.of(one);
                long right = signatures.of(other);
                assertThat(Signatures.distanceAtLeast(left, right))
                        .isLessThanOrEqualTo(texts.distance(kernel, one, other));
                assertThat(Signatures.startAtMost(left, right))
                        .isGreaterThanOrEqualTo(Math.min(3, signatures.sharedStart(one, other)));
            }
        }
    }

    @Test
    void texts_that_a_look_finds_different_are_different_when_read() {
        Likeness likeness = new Likeness(texts, new Signatures(texts));
        int clear = 0;
        for (int one = 1; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                if (likeness.isClearlyNone(one, other)) {
                    clear++;
                    assertThat(likeness.of(one, other, kernel))
                            .as(texts.text(one) + " and " + texts.text(other))
                            .isEqualTo(Likeness.NONE);
                }
            }
        }
        assertThat(clear).isGreaterThan(texts.size());
    }
}
