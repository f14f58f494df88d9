package clew.app.desk;

import clew.app.store.AppTransactions;
import clew.app.store.Sealing;
import clew.app.store.Secrets;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The beans of this room. {@code CLEW_PUBLIC_URL} says at which address browsers find Clew: where it begins with https, the
 * session's cookie travels by TLS only and no other host or path can set it.
 */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Sessions sessions(
            AppTransactions app,
            Secrets secrets,
            @Value("${clew.session.idle:30m}") Duration idle,
            @Value("${clew.session.longest:10h}") Duration longest) {
        return new Sessions(
                app, new Sealing(secrets.key("sessions")), new SessionTimes(idle, longest), Clock.systemUTC());
    }

    @Bean
    Drafts drafts(AppTransactions app, Secrets secrets) {
        return new Drafts(app, secrets.key("drafts"));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sweep deskSweep(AppTransactions app) {
        return new Sweep(app);
    }

    @Bean
    SessionCookie sessionCookie(@Value("${clew.public.url:}") String publicUrl) {
        return new SessionCookie(publicUrl.startsWith("https:"));
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<OpenSession>> storedSessions(
            Sessions sessions, SessionCookie cookie) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(cookie.name());
        cookies.setUseSecureCookie(cookie.secure());
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        cookies.setUseBase64Encoding(false);
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookies);
        SessionRepositoryFilter<OpenSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        FilterRegistrationBean<SessionRepositoryFilter<OpenSession>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
