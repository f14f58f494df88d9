package clew.core.standard.publish;

import clew.core.standard.Code;
import clew.core.standard.CodeList;
import java.util.List;

/** The codes of a list that a record may hold: not those that are refused by name or only say that a value is missing. */
final class Codes {
    private Codes() {}

    static List<String> usable(CodeList list) {
        return list.codes().stream()
                .filter(code -> code.detail("refused").isEmpty() && !list.meansMissing(code))
                .map(Code::code)
                .toList();
    }
}
