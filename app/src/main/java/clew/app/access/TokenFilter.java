package clew.app.access;

import clew.app.store.AppTransactions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a machine in by the token that it sends with each call, so many calls a minute. A session of a browser counts for nothing here. */
final class TokenFilter extends OncePerRequestFilter {

    /** In a request: the name of the purpose that the call is for. */
    static final String PURPOSE = TokenFilter.class.getName() + ".purpose";

    /** In a request: that it comes from a machine. */
    static final String MACHINE = TokenFilter.class.getName();

    /** Bytes of a call. More belong into a file. */
    private static final long MOST_BYTES = 1 << 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String BEARER = "Bearer ";

    private final AppTransactions app;
    private final Tally tally;
    private final SignInEntries entries;
    private final int mostAMinute;
    private final Clock clock;

    /** @param mostAMinute calls of one user; 0 for no limit */
    TokenFilter(AppTransactions app, Tally tally, SignInEntries entries, int mostAMinute, Clock clock) {
        this.app = app;
        this.tally = tally;
        this.entries = entries;
        this.mostAMinute = mostAMinute;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldAnswer held = request.getAttribute(HeldAnswer.ATTRIBUTE) instanceof HeldAnswer answer ? answer : null;
        ProblemAnswer answer = new ProblemAnswer(response, held);
        Optional<MachineAccount> caller = caller(request.getHeader("Authorization"));
        if (caller.isEmpty()) {
            if (request.getHeader("Authorization") != null) {
                entries.turnedAway(null, "a token that is not good");
            }
            if (isDescription(request)) {
                chain.doFilter(request, answer);
                return;
            }
            answer.setHeader("WWW-Authenticate", "Bearer");
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        UsernamePasswordAuthenticationToken who =
                UsernamePasswordAuthenticationToken.authenticated(caller.get(), null, AuthorityUtils.NO_AUTHORITIES);
        if (mostAMinute > 0
                && tally.countWithin(WINDOW, "calls of " + caller.get().id()) > mostAMinute) {
            entries.turnedAway(who, "too many calls");
            answer.setHeader("Retry-After", String.valueOf(WINDOW.toSeconds()));
            answer.sendError(429);
            return;
        }
        boolean sends = "POST".equals(request.getMethod());
        if (sends && (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MOST_BYTES)) {
            answer.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        request.setAttribute(MACHINE, true);
        request.setAttribute(PURPOSE, request.getHeader("Clew-Purpose"));
        SecurityContextHolder.getContext().setAuthentication(who);
        chain.doFilter(request, answer);
    }

    private static boolean isDescription(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/api/openapi.json");
    }

    private Optional<MachineAccount> caller(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        byte[] hash = TokenHash.of(header.substring(BEARER.length()).strip());
        return app.append(sql -> sql.sql("select user_id, agency_id, sign_in_name from access.user_by_token(?, ?)")
                .params(hash, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new MachineAccount(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)))
                .optional());
    }
}
