/**
 * The whole product as its users meet it: the real launcher, server, database, queue and directory, driven by a browser
 * and by HTTP. Guards what no module can promise alone: the story from the token to the opened message, that nothing
 * secret comes to rest on the disk, and that no message is lost or doubled, whatever breaks.
 */
@NullMarked
package org.sealpost.it;

import org.jspecify.annotations.NullMarked;
