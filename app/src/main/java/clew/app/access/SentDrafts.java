package clew.app.access;

import clew.app.desk.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets go of a draft when its form was sent and taken. A page shown again with a mistake keeps it. */
final class SentDrafts implements HandlerInterceptor {

    private final Drafts drafts;

    SentDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!"POST".equals(request.getMethod())
                || failure != null
                || response.getStatus() / 100 != 3
                || !(request.getAttribute(EntryPoints.VIEWER) instanceof Viewer viewer)) {
            return;
        }
        drafts.sent(viewer.user(), request.getRequestURI());
        String draft = request.getParameter("_draft");
        if (draft != null && draft.matches("[0-9a-f-]{36}")) {
            drafts.drop(viewer.user(), UUID.fromString(draft));
        }
    }
}
