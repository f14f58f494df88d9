package clew.core.linkage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why two records are not one person: which rules would have compared them and where they disagree, what they score, and what stands in the way.
 *
 * @param joined whether they are one person after all
 * @param compared whether a rule made them a candidate pair
 * @param weight what they score, prior included, in millionths of a bit, whether or not they were compared
 * @param threshold from which two records are joined, in millionths of a bit
 * @param doubt why no machine may join them by themselves, in plain words; empty when nothing is in the way
 * @param rules every rule with what agrees and what does not, in the order of the model
 */
public record WhyNot(
        boolean joined, boolean compared, long weight, long threshold, Optional<String> doubt, List<RuleLook> rules) {

    public WhyNot {
        rules = List.copyOf(rules);
    }

    /**
     * One rule as two records meet it.
     *
     * @param name such as {@code "family name + date of birth"}
     * @param gives whether it makes them a candidate pair
     * @param agreeing its parts that agree
     * @param disagreeing its parts that differ or are missing; empty and still not {@code gives} when too many records share the key
     */
    public record RuleLook(String name, boolean gives, List<String> agreeing, List<String> disagreeing) {
        public RuleLook {
            agreeing = List.copyOf(agreeing);
            disagreeing = List.copyOf(disagreeing);
        }

        /** Whether all parts agree, but on a value that too many records share. */
        public boolean isStopped() {
            return !gives && disagreeing.isEmpty();
        }
    }

    /** The rules that came nearest to comparing them: fewest parts disagreeing, and some agreeing; empty when they were compared. */
    public List<RuleLook> nearest() {
        int fewest = rules.stream()
                .filter(rule -> !rule.agreeing().isEmpty())
                .mapToInt(rule -> rule.disagreeing().size())
                .min()
                .orElse(0);
        return compared
                ? List.of()
                : rules.stream()
                        .filter(rule ->
                                !rule.agreeing().isEmpty() && rule.disagreeing().size() == fewest)
                        .toList();
    }

    /** The answer in a few plain sentences. */
    public String inWords() {
        if (joined) {
            return "They are one person.";
        }
        String score = String.format(
                java.util.Locale.ROOT,
                "They score %+.1f bits; two records are joined from %+.1f.",
                weight / 1e6,
                threshold / 1e6);
        String stands = doubt.map(reason -> " No machine may join them: " + reason + ".")
                .orElse(
                        weight >= threshold
                                ? " The other records of the two persons do not agree with each other."
                                : "");
        return comparedInWords() + " " + score + stands;
    }

    private String comparedInWords() {
        if (compared) {
            return "They were compared, by "
                    + rules.stream().filter(RuleLook::gives).map(RuleLook::name).collect(Collectors.joining("; "))
                    + ".";
        }
        if (nearest().isEmpty()) {
            return "They were never compared: no part of any rule agrees.";
        }
        return "They were never compared. Nearest: "
                + nearest().stream()
                        .limit(3)
                        .map(rule -> rule.isStopped()
                                ? rule.name() + ", but too many records share that value"
                                : rule.name() + ", where " + String.join(" and ", rule.disagreeing())
                                        + (rule.disagreeing().size() == 1 ? " does" : " do") + " not agree")
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
