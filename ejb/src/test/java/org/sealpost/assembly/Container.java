package org.sealpost.assembly;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.sealpost.approval.ApprovedAct;

/** What the container gives beans that ask for all beans of a kind, or for a way to tell others. */
final class Container {
    private Container() {}

    /** The acts that the assembly has been asked for so far. */
    static Instance<?> instances(Assembly assembly) {
        return stand(Instance.class, (proxy, method, arguments) -> {
            if (method.getName().equals("stream")) {
                return assembly.all(ApprovedAct.class);
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    /** Nobody listens. */
    static Event<?> silence() {
        return stand(Event.class, (proxy, method, arguments) -> null);
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Container.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
