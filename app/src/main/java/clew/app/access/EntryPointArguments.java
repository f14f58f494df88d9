package clew.app.access;

import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler method its {@link Viewer}, that viewer's {@link Rights}, and the {@link Look} in which it says what it shows. */
final class EntryPointArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Viewer.class || type == Rights.class || type == Look.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.getParameterType();
        if (type == Look.class) {
            return attribute(request, EntryPoints.LOOK);
        }
        return attribute(request, type == Rights.class ? EntryPoints.RIGHTS : EntryPoints.VIEWER);
    }

    private static Object attribute(NativeWebRequest request, String name) {
        return Objects.requireNonNull(
                request.getAttribute(name, RequestAttributes.SCOPE_REQUEST), "expected an @EntryPoint, found none");
    }
}
