package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StringKernelTest {
    private final StringKernel kernel = new StringKernel();
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void jaroWinkler_gives_the_published_examples() {
        assertThat(jaroWinkler("martha", "marhta")).isCloseTo(0.9611, within(0.0001));
        assertThat(jaroWinkler("dwayne", "duane")).isCloseTo(0.84, within(0.0001));
        assertThat(jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, within(0.0001));
    }

    @Test
    void jaroWinkler_agrees_with_a_plain_one_on_random_strings() {
        for (int i = 0; i < 20_000; i++) {
            String left = word(64);
            String right = i % 2 == 0 ? word(64) : changed(left);
            // the greedy match depends on the order of the two, so the reference sees them in the kernel's order
            boolean ordered =
                    left.length() < right.length() || left.length() == right.length() && left.compareTo(right) <= 0;
            double expected = ordered ? plainJaroWinkler(left, right) : plainJaroWinkler(right, left);
            assertThat(jaroWinkler(left, right)).as("%s %s", left, right).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void distance_agrees_with_a_plain_one_on_random_strings() {
        for (int i = 0; i < 20_000; i++) {
            String left = word(64);
            String right = i % 2 == 0 ? word(64) : changed(left);
            assertThat(distance(left, right)).as("%s %s", left, right).isEqualTo(plainDistance(left, right));
        }
    }

    @Test
    void both_are_symmetric() {
        for (int i = 0; i < 20_000; i++) {
            String left = word(20);
            String right = i % 2 == 0 ? word(20) : changed(left);
            assertThat(jaroWinkler(left, right)).isEqualTo(jaroWinkler(right, left));
            assertThat(distance(left, right)).isEqualTo(distance(right, left));
        }
    }

    private double jaroWinkler(String left, String right) {
        byte[] a = left.getBytes(StandardCharsets.US_ASCII);
        byte[] b = right.getBytes(StandardCharsets.US_ASCII);
        return kernel.jaroWinkler(a, 0, a.length, b, 0, b.length);
    }

    private int distance(String left, String right) {
        byte[] a = left.getBytes(StandardCharsets.US_ASCII);
        byte[] b = right.getBytes(StandardCharsets.US_ASCII);
        return kernel.distance(a, 0, a.length, b, 0, b.length);
    }

    private String word(int longest) {
        int length = random.nextInt(longest + 1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(5)));
        }
        return word.toString();
    }

    private String changed(String word) {
        StringBuilder changed = new StringBuilder(word);
        for (int i = random.nextInt(3); i >= 0 && changed.length() > 1; i--) {
            int place = random.nextInt(changed.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(place);
                case 1 -> changed.setCharAt(place, 'z');
                default -> {
                    char swapped = changed.charAt(place);
                    changed.setCharAt(place, changed.charAt(place + 1));
                    changed.setCharAt(place + 1, swapped);
                }
            }
        }
        return changed.toString();
    }

    private static double plainJaroWinkler(String a, String b) {
        double jaro = plainJaro(a, b);
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro > 0.7 ? jaro + 0.1 * prefix * (1 - jaro) : jaro;
    }

    /** Half the symbols that match out of order are transpositions, rounded down, as in the strcmp95 of the Census Bureau. */
    private static double plainJaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        boolean[] usedB = new boolean[b.length()];
        int matches = 0;
        for (int j = 0; j < b.length(); j++) {
            for (int i = Math.max(0, j - window); i <= Math.min(a.length() - 1, j + window); i++) {
                if (!usedA[i] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int moved = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                moved += a.charAt(i) == b.charAt(j++) ? 0 : 1;
            }
        }
        return ((double) matches / a.length()
                        + (double) matches / b.length()
                        + (double) (matches - moved / 2) / matches)
                / 3;
    }

    private static int plainDistance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
