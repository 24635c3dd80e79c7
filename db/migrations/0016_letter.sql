CREATE TABLE `alerts` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`reader` text NOT NULL,
	`email` text,
	`user_id` text,
	`kind` text NOT NULL,
	`query` text NOT NULL,
	`organisation_id` text DEFAULT '' NOT NULL,
	`rhythm` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`since` integer NOT NULL,
	`since_n` integer NOT NULL,
	`due_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`paused_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_id_unique` ON `alerts` (`id`);--> statement-breakpoint
CREATE INDEX `alerts_due` ON `alerts` (`due_at`) WHERE "alerts"."confirmed_at" IS NOT NULL AND "alerts"."paused_at" IS NULL;--> statement-breakpoint
CREATE INDEX `alerts_unconfirmed` ON `alerts` (`created_at`) WHERE "alerts"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `alerts_user` ON `alerts` (`user_id`);--> statement-breakpoint
CREATE INDEX `alerts_reader` ON `alerts` (`reader`);--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_once` ON `alerts` (`reader`,`kind`,`query`,`organisation_id`) WHERE "alerts"."confirmed_at" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `assemblies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`sort` text NOT NULL,
	`name` text NOT NULL,
	`mandate` text DEFAULT '' NOT NULL,
	`organisation_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assemblies_slug_unique` ON `assemblies` (`slug`);--> statement-breakpoint
CREATE TABLE `assembly_attendance` (
	`meeting_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`presence` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `seat_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seat_id`) REFERENCES `assembly_seats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `assembly_candidatures` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`seat_id` text,
	`organisation` text NOT NULL,
	`person` text,
	`email` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seat_id`) REFERENCES `assembly_seats`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_candidatures_assembly` ON `assembly_candidatures` (`assembly_id`,`state`);--> statement-breakpoint
CREATE TABLE `assembly_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`meeting_id` text,
	`sort` text NOT NULL,
	`what` text NOT NULL,
	`carried_by` text,
	`due_day` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_decisions_assembly` ON `assembly_decisions` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `assembly_items` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`meeting_id` text,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`family` text NOT NULL,
	`organisation` text,
	`email` text,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_items_assembly` ON `assembly_items` (`assembly_id`,`state`);--> statement-breakpoint
CREATE TABLE `assembly_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`news_id` text,
	`invited_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assembly_meetings_assembly` ON `assembly_meetings` (`assembly_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `assembly_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`family` text NOT NULL,
	`label` text NOT NULL,
	`organisation` text,
	`person` text,
	`since_day` text,
	`until_day` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assembly_seats_assembly` ON `assembly_seats` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `checks` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`silent_since` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checks_id_unique` ON `checks` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `checks_open` ON `checks` (`entry_n`) WHERE "checks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `checks_entry` ON `checks` (`entry_n`);--> statement-breakpoint
CREATE INDEX `checks_user` ON `checks` (`user_id`);--> statement-breakpoint
CREATE TABLE `facilitation_events` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_n` integer NOT NULL,
	`once` text,
	`act` text NOT NULL,
	`desk` integer NOT NULL,
	`by_id` text,
	`text` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`mails` integer DEFAULT false NOT NULL,
	`mailed_at` integer,
	`tried_at` integer,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_events_once_unique` ON `facilitation_events` (`once`);--> statement-breakpoint
CREATE INDEX `facilitation_events_case` ON `facilitation_events` (`case_n`,`n`);--> statement-breakpoint
CREATE INDEX `facilitation_events_by` ON `facilitation_events` (`by_id`) WHERE "facilitation_events"."by_id" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_events_unsent` ON `facilitation_events` (`mails`,`mailed_at`,`at`);--> statement-breakpoint
CREATE TABLE `facilitation_links` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`case_n` integer NOT NULL,
	`sort` text NOT NULL,
	`entry_n` integer,
	`lot` integer DEFAULT 0 NOT NULL,
	`title` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_links_id_unique` ON `facilitation_links` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_links_once` ON `facilitation_links` (`case_n`,`entry_n`,`lot`);--> statement-breakpoint
CREATE INDEX `facilitation_links_entry` ON `facilitation_links` (`entry_n`);--> statement-breakpoint
CREATE TABLE `facilitation_cases` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`once` text NOT NULL,
	`side` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`organisation_name` text,
	`organisation_id` text,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`place_code` text,
	`place_label` text,
	`cpv` text,
	`sector` text,
	`hours_wanted` integer,
	`deadline` text,
	`locale` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`taken_by` text,
	`waiting_since` integer,
	`answered_at` integer,
	`moved_at` integer NOT NULL,
	`closed_at` integer,
	`outcome` text,
	`hours` integer,
	`hours_by` text,
	`hours_on` text,
	`trace` text,
	`trace_state` text,
	`trace_at` integer,
	`trace_entry_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_cases_id_unique` ON `facilitation_cases` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_cases_once_unique` ON `facilitation_cases` (`once`);--> statement-breakpoint
CREATE INDEX `facilitation_open` ON `facilitation_cases` (`waiting_since`) WHERE "facilitation_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `facilitation_taken` ON `facilitation_cases` (`taken_by`,`closed_at`);--> statement-breakpoint
CREATE INDEX `facilitation_closed` ON `facilitation_cases` (`closed_at`) WHERE "facilitation_cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_moved` ON `facilitation_cases` (`moved_at`);--> statement-breakpoint
CREATE INDEX `facilitation_email` ON `facilitation_cases` (`email`);--> statement-breakpoint
CREATE INDEX `facilitation_user` ON `facilitation_cases` (`user_id`) WHERE "facilitation_cases"."user_id" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_unconfirmed` ON `facilitation_cases` (`created_at`) WHERE "facilitation_cases"."confirmed_at" is null;--> statement-breakpoint
CREATE TABLE `facilitation_tallies` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_n` integer,
	`side` text NOT NULL,
	`month` text NOT NULL,
	`answer_hours` integer,
	`outcome` text,
	`lots` integer DEFAULT 0 NOT NULL,
	`hours` integer,
	`hours_by` text,
	`hours_month` text,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_tallies_caseN_unique` ON `facilitation_tallies` (`case_n`);--> statement-breakpoint
CREATE TABLE `grouping_members` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`grouping_n` integer NOT NULL,
	`organisation_id` text,
	`actor_n` integer,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`note` text,
	`state` text NOT NULL,
	`answer` text,
	`offer_id` text,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	`told_at` integer,
	FOREIGN KEY (`grouping_n`) REFERENCES `groupings`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_id_unique` ON `grouping_members` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_offerId_unique` ON `grouping_members` (`offer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_organisation` ON `grouping_members` (`grouping_n`,`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_actor` ON `grouping_members` (`grouping_n`,`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_members_of` ON `grouping_members` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `grouping_members_actor_of` ON `grouping_members` (`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_members_untold` ON `grouping_members` (`n`) WHERE "grouping_members"."told_at" is null;--> statement-breakpoint
CREATE TABLE `grouping_messages` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`grouping_n` integer NOT NULL,
	`ap_id` text,
	`organisation_id` text,
	`actor_n` integer,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grouping_n`) REFERENCES `groupings`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_messages_id_unique` ON `grouping_messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_messages_apId_unique` ON `grouping_messages` (`ap_id`);--> statement-breakpoint
CREATE INDEX `grouping_messages_of` ON `grouping_messages` (`grouping_n`,`n`);--> statement-breakpoint
CREATE INDEX `grouping_messages_actor` ON `grouping_messages` (`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_messages_organisation` ON `grouping_messages` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `groupings` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ap_id` text,
	`origin_n` integer,
	`lead_id` text,
	`lead_name` text NOT NULL,
	`tender_n` integer,
	`lot_number` integer,
	`subject` text NOT NULL,
	`form` text NOT NULL,
	`seeks` text NOT NULL,
	`brings` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`origin_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tender_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groupings_id_unique` ON `groupings` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `groupings_apId_unique` ON `groupings` (`ap_id`);--> statement-breakpoint
CREATE INDEX `groupings_tender` ON `groupings` (`tender_n`,`lot_number`);--> statement-breakpoint
CREATE INDEX `groupings_lead` ON `groupings` (`lead_id`);--> statement-breakpoint
CREATE INDEX `groupings_origin` ON `groupings` (`origin_n`);--> statement-breakpoint
CREATE TABLE `seats` (
	`inquiry_n` integer NOT NULL,
	`entry_n` integer NOT NULL,
	PRIMARY KEY(`inquiry_n`, `entry_n`),
	FOREIGN KEY (`inquiry_n`) REFERENCES `inquiries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `seats_entry` ON `seats` (`entry_n`);--> statement-breakpoint
CREATE TABLE `network_memberships` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`network_n` integer NOT NULL,
	`organisation_n` integer NOT NULL,
	`network_said_at` integer,
	`organisation_said_at` integer,
	`join_id` text,
	`invite_id` text,
	`ended_at` integer,
	`ended_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_memberships_organisation` ON `network_memberships` (`organisation_n`);--> statement-breakpoint
CREATE UNIQUE INDEX `network_memberships_once` ON `network_memberships` (`network_n`,`organisation_n`);--> statement-breakpoint
CREATE TABLE `network_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`sort` text NOT NULL,
	`title` text NOT NULL,
	`amount` integer,
	`from_day` text,
	`until_day` text,
	`details` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `network_needs_entry` ON `network_needs` (`entry_id`,`state`);--> statement-breakpoint
CREATE TABLE `network_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`day` text NOT NULL,
	`what` text NOT NULL,
	`amount` integer,
	`giver` text,
	`source` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `network_needs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_receipts_need` ON `network_receipts` (`need_id`,`day`);--> statement-breakpoint
CREATE TABLE `network_relays` (
	`network_n` integer NOT NULL,
	`entry_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`network_n`, `entry_id`),
	FOREIGN KEY (`network_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_relays_entry` ON `network_relays` (`entry_id`);--> statement-breakpoint
CREATE TABLE `organisation_sources` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_sources_once` ON `organisation_sources` (`source`,`source_id`);--> statement-breakpoint
CREATE TABLE `register_findings` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`register` text NOT NULL,
	`number` text NOT NULL,
	`found_on` text NOT NULL,
	`source` text NOT NULL,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_findings_id_unique` ON `register_findings` (`id`);--> statement-breakpoint
CREATE INDEX `register_findings_entry` ON `register_findings` (`entry_n`,`found_on`);--> statement-breakpoint
CREATE TABLE `stand_notices` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`stand_n` integer NOT NULL,
	`direction` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`met_at` integer,
	FOREIGN KEY (`stand_n`) REFERENCES `stands`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stand_notices_id_unique` ON `stand_notices` (`id`);--> statement-breakpoint
CREATE INDEX `stand_notices_stand` ON `stand_notices` (`stand_n`);--> statement-breakpoint
CREATE TABLE `stands` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`village_n` integer NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text,
	`does` text NOT NULL,
	`seeks` text NOT NULL,
	`shows` text NOT NULL,
	`website` text,
	`contact_name` text NOT NULL,
	`email` text NOT NULL,
	`tables` integer NOT NULL,
	`panels` integer NOT NULL,
	`power` integer NOT NULL,
	`needs` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`decision` text DEFAULT '' NOT NULL,
	`contacts` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`village_n`) REFERENCES `villages`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stands_id_unique` ON `stands` (`id`);--> statement-breakpoint
CREATE INDEX `stands_village` ON `stands` (`village_n`,`state`);--> statement-breakpoint
CREATE INDEX `stands_unconfirmed` ON `stands` (`created_at`) WHERE "stands"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `stands_organisation` ON `stands` (`organisation_id`) WHERE "stands"."organisation_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `villages` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`name` text NOT NULL,
	`family` text NOT NULL,
	`stands` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `villages_id_unique` ON `villages` (`id`);--> statement-breakpoint
CREATE INDEX `villages_entry` ON `villages` (`entry_n`);--> statement-breakpoint
CREATE TABLE `call_decisions` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`retained_letter` text DEFAULT '' NOT NULL,
	`other_letter` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`saved_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jurors` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text NOT NULL,
	`capacity` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jurors_user` ON `jurors` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jurors_once` ON `jurors` (`entry_n`,`user_id`);--> statement-breakpoint
CREATE TABLE `jury_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_n` integer NOT NULL,
	`capacity` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jury_invitations_entry` ON `jury_invitations` (`entry_n`);--> statement-breakpoint
CREATE TABLE `submission_files` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_n` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_n`) REFERENCES `submissions`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submission_files_of` ON `submission_files` (`submission_n`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`contact` text NOT NULL,
	`locale` text NOT NULL,
	`project` text NOT NULL,
	`holder` text,
	`summary` text DEFAULT '' NOT NULL,
	`amount` real,
	`budget` text DEFAULT '' NOT NULL,
	`continues` text,
	`answers` text DEFAULT '{}' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	`retained` integer,
	`granted` real,
	`told_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_id_unique` ON `submissions` (`id`);--> statement-breakpoint
CREATE INDEX `submissions_entry` ON `submissions` (`entry_n`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `submissions_unconfirmed` ON `submissions` (`created_at`) WHERE "submissions"."confirmed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `submissions_user` ON `submissions` (`user_id`) WHERE "submissions"."user_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `verdicts` (
	`submission_n` integer NOT NULL,
	`juror_id` text NOT NULL,
	`conflict` integer NOT NULL,
	`scores` text DEFAULT '{}' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`submission_n`, `juror_id`),
	FOREIGN KEY (`submission_n`) REFERENCES `submissions`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verdicts_juror` ON `verdicts` (`juror_id`);--> statement-breakpoint
CREATE TABLE `supports` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_n` integer NOT NULL,
	`mark` text NOT NULL,
	`name` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supports_once` ON `supports` (`entry_n`,`mark`);--> statement-breakpoint
CREATE TABLE `comment_passages` (
	`comment_n` integer PRIMARY KEY NOT NULL,
	`passage` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`comment_n`) REFERENCES `comments`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entry_versions` (
	`entry_n` integer NOT NULL,
	`version` integer NOT NULL,
	`fields` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`entry_n`, `version`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `visits` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`school` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`place_code` text NOT NULL,
	`place_label` text NOT NULL,
	`level` text NOT NULL,
	`pupils` integer NOT NULL,
	`dates` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`forwarded_at` integer,
	`changed_at` integer,
	`changed_by` text,
	`held_on` text,
	`held_pupils` integer,
	`declared_at` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_id_unique` ON `visits` (`id`);--> statement-breakpoint
CREATE INDEX `visits_entry` ON `visits` (`entry_n`,`state`);--> statement-breakpoint
CREATE INDEX `visits_unconfirmed` ON `visits` (`created_at`) WHERE "visits"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `visits_held` ON `visits` (`held_on`) WHERE "visits"."held_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `visits_once` ON `visits` (`entry_n`,`email`,`level`) WHERE "visits"."confirmed_at" IS NOT NULL AND "visits"."state" IN ('asked', 'accepted') AND "visits"."email" <> '';--> statement-breakpoint
CREATE TABLE `calls` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`organiser` text,
	`phase` text NOT NULL,
	`comments_until` text,
	`opens` text,
	`deadline` text,
	`time_zone` text NOT NULL,
	`budget` real,
	`budget_max` real,
	`answerers` text NOT NULL,
	`eligible` text,
	`existing_qualifies` text,
	`existing_note` text,
	`sections` text NOT NULL,
	`last_section` integer NOT NULL,
	`criteria` text NOT NULL,
	`last_criterion` integer NOT NULL,
	`jury` text NOT NULL,
	`laureates` text NOT NULL,
	`decision_note` text,
	`decided_on` text,
	`submitted` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`holder` text,
	`source` text,
	`source_label` text,
	`source_day` text,
	`target` real,
	`unit` text NOT NULL,
	`unit_label` text,
	`deadline` text,
	`measures` text NOT NULL,
	`stock` real,
	`stock_unit` text NOT NULL,
	`stock_day` text,
	`stock_source` text,
	`stock_url` text,
	`conventions` text NOT NULL,
	`next_check` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`reference` text,
	`quote` text,
	`source` text,
	`source_label` text,
	`source_day` text,
	`decider` text,
	`status` text NOT NULL,
	`evidence` text NOT NULL,
	`next_check` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tenders` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`buyer` text NOT NULL,
	`buyer_siret` text,
	`reference` text,
	`procedure` text,
	`deadline` text,
	`time_zone` text NOT NULL,
	`notice` text,
	`contact_email` text,
	`no_lots_reason` text,
	`lots` text NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `inquiries` ADD `organisation` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `offered_until` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `present_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `present_by` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `inquiries_line` ON `inquiries` (`entry_n`,`waiting_since`) WHERE "inquiries"."waiting_since" is not null;--> statement-breakpoint
ALTER TABLE `happenings` ADD `part_of` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `happenings` ADD `room` text;--> statement-breakpoint
ALTER TABLE `happenings` ADD `speakers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `happenings_part_of` ON `happenings` (`part_of`) WHERE "happenings"."part_of" <> '';--> statement-breakpoint
ALTER TABLE `news` ADD `minutes_of` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `news_minutes_of` ON `news` (`minutes_of`) WHERE "news"."minutes_of" <> '';--> statement-breakpoint
ALTER TABLE `organisations` ADD `former_sirets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `no_siret` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `software` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `format` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `theme` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `duration` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `software` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `software_role` text;