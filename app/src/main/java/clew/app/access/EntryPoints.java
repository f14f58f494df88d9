package clew.app.access;

import clew.app.access.AccessDecision.Allowed;
import clew.app.access.AccessDecision.Refused;
import clew.app.ledger.Entry;
import clew.app.ledger.Entry.Outcome;
import clew.app.ledger.Ledger;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every handler method: works out the viewer, asks for the decision, and opens the look that will be entered
 * before the answer. A handler method without {@link EntryPoint} or {@link OpenPage} is not run.
 */
final class EntryPoints implements HandlerInterceptor {

    static final String VIEWER = Viewer.class.getName();
    static final String LOOK = Look.class.getName();
    static final String RIGHTS = Rights.class.getName();
    /** In the session: the name of the purpose that was chosen. */
    static final String PURPOSE = Purpose.class.getName();

    private final Viewers viewers;
    private final Access access;
    private final Ledger ledger;

    EntryPoints(Viewers viewers, Access access, Ledger ledger) {
        this.viewers = viewers;
        this.access = access;
        this.ledger = ledger;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || method.hasMethodAnnotation(OpenPage.class)
                || request.getDispatcherType() == DispatcherType.ERROR
                || request.getDispatcherType()
                        == DispatcherType.ASYNC) { // the second half of a request decided on before
            return true;
        }
        EntryPoint entryPoint = method.getMethodAnnotation(EntryPoint.class);
        if (entryPoint == null) {
            throw new IllegalStateException("expected @EntryPoint or @OpenPage on " + method + ", found neither");
        }
        Optional<Viewer> viewer = viewer(request);
        if (viewer.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return false;
        }
        return decide(viewer.get(), entryPoint, request, response);
    }

    private boolean decide(
            Viewer viewer, EntryPoint entryPoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (access.decide(viewer, entryPoint.value())) {
            case Allowed allowed -> {
                Look look = open(request, entry(viewer, entryPoint, allowed.grant(), Outcome.DONE), viewer);
                request.setAttribute(VIEWER, viewer);
                request.setAttribute(LOOK, look);
                request.setAttribute(RIGHTS, viewer.rightsFor(entryPoint.value()));
                yield true;
            }
            case Refused refused -> {
                ledger.enter(entry(viewer, entryPoint, "none", Outcome.DENIED));
                response.sendError(HttpServletResponse.SC_FORBIDDEN, refused.reason());
                yield false;
            }
        };
    }

    private Look open(HttpServletRequest request, Entry entry, Viewer viewer) {
        if (!(request.getAttribute(HeldAnswer.ATTRIBUTE) instanceof HeldAnswer answer)) {
            throw new IllegalStateException(
                    "expected the answer to be held until the ledger has its row, found it is not");
        }
        Look look = new Look(ledger, entry, viewer.grants());
        answer.awaits(look);
        return look;
    }

    private Optional<Viewer> viewer(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? viewers.find(account.id(), chosenPurpose(request), SecondFactor.at(request))
                : Optional.empty();
    }

    private static @Nullable String chosenPurpose(HttpServletRequest request) {
        if (request.getAttribute(TokenFilter.PURPOSE) instanceof String ofCall) {
            return ofCall;
        }
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PURPOSE) instanceof String chosen ? chosen : null;
    }

    private static Entry entry(Viewer viewer, EntryPoint entryPoint, String grant, Outcome outcome) {
        return new Entry(
                viewer.user(),
                viewer.agency(),
                viewer.purpose().name(),
                entryPoint.value().word(),
                grant,
                outcome,
                List.of(),
                UUID.randomUUID(),
                entryPoint.note(),
                null);
    }
}
