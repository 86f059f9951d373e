package org.sealpost.client.command;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes command classes, giving those that ask for them their surroundings. */
public final class CommandFactory implements IFactory {
    private final Surroundings here;

    public CommandFactory(Surroundings here) {
        this.here = here;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Surroundings.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(here));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
