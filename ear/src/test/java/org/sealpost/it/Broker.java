package org.sealpost.it;

import java.io.IOException;
import java.net.InetAddress;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** The real broker of a server, reached through its management port: its queue of jobs stands still and takes no more. */
final class Broker implements AutoCloseable {
    private static final String QUEUE = "EncryptionJobs";

    private final ModelControllerClient client;

    Broker(SampleServer server) throws IOException {
        client = ModelControllerClient.Factory.create(
                "remote+http", InetAddress.getLoopbackAddress(), server.managementPort());
    }

    /** Nothing is taken out any more, until the server starts anew. */
    void hold() throws IOException {
        execute(queue("pause"));
    }

    /** Nothing is taken out any more, and as soon as something lies in it nothing more is taken in. */
    void jam() throws IOException {
        hold();
        execute(limit("address-full-policy", new ModelNode("FAIL")));
        execute(limit("max-size-bytes", new ModelNode(1L)));
    }

    /** As it was before; what lies there is delivered. */
    void free() throws IOException {
        execute(limit("max-size-bytes", new ModelNode(10_485_760L)));
        execute(limit("address-full-policy", new ModelNode("PAGE")));
        execute(queue("resume"));
    }

    private static ModelNode queue(String operation) {
        ModelNode order = at("jms-queue", QUEUE);
        order.get("operation").set(operation);
        return order;
    }

    private static ModelNode limit(String attribute, ModelNode value) {
        ModelNode order = at("address-setting", "jms.queue." + QUEUE);
        order.get("operation").set("write-attribute");
        order.get("name").set(attribute);
        order.get("value").set(value);
        return order;
    }

    private static ModelNode at(String kind, String name) {
        ModelNode order = new ModelNode();
        order.get("address")
                .add("subsystem", "messaging-activemq")
                .add("server", "default")
                .add(kind, name);
        return order;
    }

    private void execute(ModelNode order) throws IOException {
        ModelNode answer = client.execute(order);
        if (!"success".equals(answer.get("outcome").asString())) {
            throw new IllegalStateException(order + " gave " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
