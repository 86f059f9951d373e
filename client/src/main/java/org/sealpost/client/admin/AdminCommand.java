package org.sealpost.client.admin;

import picocli.CommandLine.Command;

/** What administrators do; each verb is a command of its own. */
@Command(
        name = "admin",
        subcommands = {
            AdminEnableCommand.class,
            AdminMailboxesCommand.class,
            AdminRevokeCommand.class,
            AdminApprovalsCommand.class,
            AdminApproveCommand.class,
            AdminRefuseCommand.class,
            AdminWithdrawCommand.class,
            AdminPoliciesCommand.class,
            AdminAuditCommand.class,
            AdminCheckpointsCommand.class,
            AdminVerifyAuditCommand.class,
            AdminBackupsCommand.class,
            AdminBackupCommand.class,
            AdminFetchBackupCommand.class,
            AdminIntegrityCommand.class,
            AdminJobsCommand.class,
            AdminKeyManagerCommand.class,
            AdminUnlockCommand.class,
            AdminStartCommand.class,
            AdminStopCommand.class,
            AdminOfficersCommand.class,
            AdminRecoverCommand.class,
            AdminReleaseCommand.class,
            AdminBulkRunsCommand.class,
            AdminBulkPlanCommand.class,
            AdminBulkRunCommand.class,
            AdminBulkStartCommand.class,
            AdminBulkSteerCommand.class,
            AdminTokensCommand.class,
            AdminMailTokensCommand.class
        })
public final class AdminCommand {}
