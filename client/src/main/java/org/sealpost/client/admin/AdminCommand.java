package org.sealpost.client.admin;

import picocli.CommandLine.Command;

/** What administrators do; each verb is a command of its own. */
@Command(
        name = "admin",
        subcommands = {AdminEnableCommand.class})
public final class AdminCommand {}
