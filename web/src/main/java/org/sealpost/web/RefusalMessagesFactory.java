package org.sealpost.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link RefusalMessages} in front of what Faces does with failures on its own. */
public class RefusalMessagesFactory extends ExceptionHandlerFactory {

    /**
     * Called by Faces once at start.
     *
     * @param wrapped the factory of Faces itself
     */
    public RefusalMessagesFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RefusalMessages(getWrapped().getExceptionHandler());
    }
}
