CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `login_failures` (
	`email` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	`sudo_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`email` text,
	`data` text DEFAULT '{}' NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tickets_purpose` ON `tickets` (`purpose`,`created_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`locale` text DEFAULT 'fr' NOT NULL,
	`role` text DEFAULT 'member' NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`created_at` integer NOT NULL,
	`email_confirmed_at` integer,
	`last_login_at` integer,
	`actor_n` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `comments` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`parent_n` integer,
	`user_id` text,
	`actor_n` integer,
	`author_name` text NOT NULL,
	`ap_id` text,
	`url` text,
	`summary` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`html` text NOT NULL,
	`language` text,
	`state` text NOT NULL,
	`held_for` text,
	`published_at` integer NOT NULL,
	`updated_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_id_unique` ON `comments` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_apId_unique` ON `comments` (`ap_id`);--> statement-breakpoint
CREATE INDEX `comments_entry` ON `comments` (`entry_n`,`published_at`);--> statement-breakpoint
CREATE INDEX `comments_state` ON `comments` (`state`);--> statement-breakpoint
CREATE INDEX `comments_actor` ON `comments` (`actor_n`,`state`);--> statement-breakpoint
CREATE TABLE `entries` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`language` text DEFAULT 'fr' NOT NULL,
	`licence` text,
	`place_code` text,
	`place_label` text,
	`starts_at` integer,
	`closes_at` integer,
	`direction` text,
	`author_id` text,
	`organisation_id` text,
	`organisation_name` text,
	`image_id` text,
	`image_alt` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`published_by` text,
	`closed_at` integer,
	`closed_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`origin_n` integer,
	`via_n` integer,
	`voice_n` integer,
	`ap_id` text,
	`url` text,
	`indexable` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`origin_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`via_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voice_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_id_unique` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_apId_unique` ON `entries` (`ap_id`);--> statement-breakpoint
CREATE INDEX `entries_list` ON `entries` (`kind`,`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `entries_recent` ON `entries` (`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `entries_organisation` ON `entries` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `entries_origin` ON `entries` (`origin_n`);--> statement-breakpoint
CREATE INDEX `entries_via` ON `entries` (`via_n`);--> statement-breakpoint
CREATE INDEX `entries_voice` ON `entries` (`voice_n`,`state`);--> statement-breakpoint
CREATE INDEX `entries_place` ON `entries` (`place_code`,`state`);--> statement-breakpoint
CREATE INDEX `entries_starts` ON `entries` (`kind`,`state`,`starts_at`,`closes_at`);--> statement-breakpoint
CREATE INDEX `entries_closing` ON `entries` (`state`,`closes_at`) WHERE "entries"."closes_at" is not null;--> statement-breakpoint
CREATE INDEX `entries_work` ON `entries` (`state`,`updated_at`) WHERE "entries"."origin_n" is null;--> statement-breakpoint
CREATE INDEX `entries_image` ON `entries` (`image_id`) WHERE "entries"."image_id" is not null;--> statement-breakpoint
CREATE INDEX `entries_author` ON `entries` (`author_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_slug` ON `entries` (`kind`,`slug`);--> statement-breakpoint
CREATE TABLE `entry_slugs` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`entry_n` integer NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entry_tags` (
	`entry_n` integer NOT NULL,
	`tag` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`entry_n`, `tag`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_tags_tag` ON `entry_tags` (`tag`,`entry_n`);--> statement-breakpoint
CREATE TABLE `events` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`activity_id` text NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `events_waiting` ON `events` (`done_at`,`n`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`source_url` text,
	`created_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_sourceUrl_unique` ON `media` (`source_url`);--> statement-breakpoint
CREATE TABLE `tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text,
	`former_type` text,
	`final` integer DEFAULT true NOT NULL,
	`deleted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tombstones_path` ON `tombstones` (`path`) WHERE "tombstones"."path" is not null;--> statement-breakpoint
CREATE TABLE `activities` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`actor_n` integer NOT NULL,
	`type` text NOT NULL,
	`object_id` text NOT NULL,
	`public` integer NOT NULL,
	`json` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_id_unique` ON `activities` (`id`);--> statement-breakpoint
CREATE INDEX `activities_outbox` ON `activities` (`actor_n`,`public`,`n`);--> statement-breakpoint
CREATE INDEX `activities_object` ON `activities` (`object_id`);--> statement-breakpoint
CREATE TABLE `actors` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`local` integer NOT NULL,
	`role` text,
	`type` text NOT NULL,
	`handle` text NOT NULL,
	`host` text DEFAULT '' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`url` text,
	`icon_url` text,
	`inbox` text,
	`shared_inbox` text,
	`outbox` text,
	`followers` text,
	`featured` text,
	`indexable` integer DEFAULT false NOT NULL,
	`is_hub` integer DEFAULT false NOT NULL,
	`entry_id` text,
	`fetched_at` integer,
	`created_at` integer NOT NULL,
	`gone_at` integer,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actors_id_unique` ON `actors` (`id`);--> statement-breakpoint
CREATE INDEX `actors_inbox` ON `actors` (`inbox`);--> statement-breakpoint
CREATE INDEX `actors_shared_inbox` ON `actors` (`shared_inbox`);--> statement-breakpoint
CREATE INDEX `actors_host` ON `actors` (`host`);--> statement-breakpoint
CREATE INDEX `actors_handle` ON `actors` (`handle`);--> statement-breakpoint
CREATE INDEX `actors_role` ON `actors` (`role`) WHERE "actors"."role" is not null;--> statement-breakpoint
CREATE INDEX `actors_entry` ON `actors` (`entry_id`) WHERE "actors"."entry_id" is not null;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activity_n` integer NOT NULL,
	`object_id` text NOT NULL,
	`host` text NOT NULL,
	`inbox` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`leased_until` integer,
	`last_status` integer,
	`last_error` text,
	`done_at` integer,
	`failed_at` integer,
	FOREIGN KEY (`activity_n`) REFERENCES `activities`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`done_at`,`failed_at`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_order` ON `deliveries` (`host`,`object_id`,`n`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`activity_n`,`inbox`);--> statement-breakpoint
CREATE TABLE `errands` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`actor_n` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`last_error` text,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `errands_due` ON `errands` (`next_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `errands_once` ON `errands` (`type`,`subject`);--> statement-breakpoint
CREATE TABLE `followers` (
	`actor_n` integer NOT NULL,
	`follower_n` integer NOT NULL,
	`follow_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	PRIMARY KEY(`actor_n`, `follower_n`),
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`follower_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `followers_follower` ON `followers` (`follower_n`);--> statement-breakpoint
CREATE TABLE `following` (
	`actor_n` integer NOT NULL,
	`target_n` integer NOT NULL,
	`follow_id` text NOT NULL,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`accepted_at` integer,
	`polled_at` integer,
	`poll_error` text,
	PRIMARY KEY(`actor_n`, `target_n`),
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `following_followId_unique` ON `following` (`follow_id`);--> statement-breakpoint
CREATE TABLE `handles` (
	`handle` text PRIMARY KEY NOT NULL,
	`actor_n` integer,
	`federated_at` integer
);
--> statement-breakpoint
CREATE TABLE `hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`scheme` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`open_until` integer,
	`last_ok_at` integer,
	`last_inbound_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE TABLE `local_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_n` integer NOT NULL,
	`algorithm` text NOT NULL,
	`public_pem` text NOT NULL,
	`private_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `local_keys_actor` ON `local_keys` (`actor_n`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`actor_n` integer NOT NULL,
	`object_id` text NOT NULL,
	`activity_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reactions_object` ON `reactions` (`object_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reactions_once` ON `reactions` (`type`,`actor_n`,`object_id`);--> statement-breakpoint
CREATE TABLE `remote_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`algorithm` text NOT NULL,
	`public_pem` text NOT NULL,
	`fetched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `remote_keys_actor` ON `remote_keys` (`actor_id`);--> statement-breakpoint
CREATE TABLE `seen` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seen_at` ON `seen` (`at`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`target` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_once` ON `blocks` (`type`,`target`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decisions_at` ON `decisions` (`at`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`reporter` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`closed_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `communes` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`postcodes` text NOT NULL,
	`department` text NOT NULL,
	`epci` text,
	`epci_name` text,
	`population` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `communes_folded` ON `communes` (`folded`);--> statement-breakpoint
CREATE INDEX `communes_department` ON `communes` (`department`);--> statement-breakpoint
CREATE TABLE `happenings` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`start` text NOT NULL,
	`end` text,
	`time_zone` text NOT NULL,
	`status` text NOT NULL,
	`venue` text,
	`address` text,
	`online_url` text,
	`capacity` integer,
	`registration` text NOT NULL,
	`registration_email` text,
	`registration_url` text,
	`audience` text,
	`free` integer NOT NULL,
	`price` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`contract` text NOT NULL,
	`months` integer,
	`hours` real,
	`pay_min` real,
	`pay_max` real,
	`pay_period` text NOT NULL,
	`positions` integer,
	`remote` text NOT NULL,
	`deadline` text,
	`starts_on` text,
	`structure` text,
	`insertion` integer NOT NULL,
	`occupation` text,
	`apply_email` text,
	`apply_url` text,
	`apply_text` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `news` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`source` text,
	`meeting_day` text,
	`meeting_of` text,
	`meeting_place` text,
	`attendance` text,
	`decisions` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`family` text NOT NULL,
	`status` text,
	`structure` text,
	`esus` integer NOT NULL,
	`siren` text,
	`siret` text,
	`rna` text,
	`sectors` text NOT NULL,
	`website` text,
	`email` text,
	`phone` text,
	`address` text,
	`area` text,
	`networks` text NOT NULL,
	`handle` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`category` text NOT NULL,
	`terms` text NOT NULL,
	`price` real,
	`price_unit` text,
	`price_note` text,
	`available_from` text,
	`available_until` text,
	`availability` text,
	`address` text,
	`surface` real,
	`capacity` integer,
	`levels` text NOT NULL,
	`repository` text,
	`document` text,
	`contact_email` text,
	`contact_url` text,
	`contact_phone` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
