package clew.app.web;

import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nobody's rights, until the access room resolves the viewer. */
@Configuration
class InterimRights implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> r) {
        r.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter p) {
        return p.getParameterType() == Rights.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter p, ModelAndViewContainer m, NativeWebRequest w, WebDataBinderFactory b) {
        return Rights.of(new UUID(0, 0), List.of());
    }
}
