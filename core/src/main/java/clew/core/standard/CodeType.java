package clew.core.standard;

import java.util.Optional;

/** The value type of one code list: reads a code, its label or another known wording, and writes the code. */
final class CodeType implements ValueType<Code> {
    private static final int SHOWN_CODES = 8;
    private final CodeList list;

    CodeType(CodeList list) {
        this.list = list;
    }

    @Override
    public String name() {
        return "code:" + list.name();
    }

    @Override
    public Class<Code> javaType() {
        return Code.class;
    }

    @Override
    public String expected() {
        if (list.codes().size() > SHOWN_CODES) {
            return "a code of list " + list.name();
        }
        return "one of "
                + String.join(", ", list.codes().stream().map(Code::code).toList());
    }

    @Override
    public Reading<Code> read(String text) {
        Optional<Code> code = list.recognise(text);
        if (code.isPresent() && list.meansMissing(code.get())) {
            return Reading.absent(Unknowns.whyMissing(text).orElse(WhyMissing.NOT_RECORDED));
        }
        if (code.isPresent()) {
            String refused = code.get().detail("refused");
            return refused.isEmpty()
                    ? Reading.known(code.get())
                    : Reading.unreadable(refused, code.get().label());
        }
        return Unknowns.whyMissing(text)
                .<Reading<Code>>map(Reading::absent)
                .orElseGet(() -> Reading.unreadable(expected(), text));
    }

    @Override
    public String write(Code value) {
        return value.code();
    }

    @Override
    public String example() {
        return list.codes().stream()
                .filter(code -> code.detail("refused").isEmpty() && !list.meansMissing(code))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Override
    public String toString() {
        return name();
    }
}
