package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Viewer;
import clew.app.groups.Block;
import clew.app.groups.Blocks;
import clew.app.groups.CaseFile;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.ledger.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody is told of the block list: that an entry touches a case which they opened or lead, and that one which they asked for or confirmed is due for review. */
@Component
class BlockNotices {
    private final Blocks blocks;
    private final Subjects subjects;

    BlockNotices(Blocks blocks, Subjects subjects) {
        this.blocks = blocks;
        this.subjects = subjects;
    }

    /** A notice, while what it says holds. */
    record Notice(String title, String words, String address, String link) {}

    int count(Viewer viewer) {
        if (!viewer.may(Action.LINES)) {
            return 0;
        }
        Blocks.Own own = blocks.own(viewer.rights());
        return own.ofCases().size() + own.due().size();
    }

    List<Notice> of(Viewer viewer, Look look) {
        if (!viewer.may(Action.LINES)) {
            return List.of();
        }
        Blocks.Own own = blocks.own(viewer.rights());
        List<Block> all = new ArrayList<>(own.due());
        own.ofCases().forEach(one -> all.add(one.block()));
        Map<UUID, Told> told = subjects.of(viewer.rights(), BlockWords.records(all));
        all.forEach(block -> look.at(block.records()));
        List<Notice> notices = new ArrayList<>();
        own.ofCases()
                .forEach(one -> notices.add(new Notice(
                        BlockWords.name(one.block(), told) + ", in the evidence of your case "
                                + CaseFile.reference(one.caseId()),
                        BlockWords.words(one.block()),
                        "/block-list/" + one.block().id(),
                        "Open the entry of the block list")));
        own.due()
                .forEach(block -> notices.add(new Notice(
                        BlockWords.name(block, told) + ", on the block list: review due",
                        BlockWords.words(block)
                                + " On that day its ties count again, unless it is renewed with a reason.",
                        "/block-list/" + block.id(),
                        "Renew it, or let it end")));
        return notices;
    }
}
