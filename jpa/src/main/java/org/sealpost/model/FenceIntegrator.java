package org.sealpost.model;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Puts the {@link Fence} before the writes of every persistence unit that knows these entities; Hibernate finds it. */
public final class FenceIntegrator implements Integrator {
    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        Fence fence = Fence.around(factory);
        EventListenerRegistry listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        listeners.appendListeners(EventType.PRE_INSERT, fence);
        listeners.appendListeners(EventType.PRE_UPDATE, fence);
        listeners.appendListeners(EventType.PRE_DELETE, fence);
        listeners.appendListeners(EventType.PRE_COLLECTION_RECREATE, fence);
        listeners.appendListeners(EventType.PRE_COLLECTION_UPDATE, fence);
        listeners.appendListeners(EventType.PRE_COLLECTION_REMOVE, fence);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
        // the fence goes with the factory
    }
}
