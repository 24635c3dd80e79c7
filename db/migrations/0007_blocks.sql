CREATE TABLE `allowed_hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `state_at_home` text;--> statement-breakpoint
ALTER TABLE `blocks` ADD `severity` text DEFAULT 'suspend' NOT NULL;--> statement-breakpoint
ALTER TABLE `blocks` ADD `reject_media` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `blocks` ADD `reject_reports` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `blocks` ADD `public_comment` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `blocks` ADD `obfuscate` integer DEFAULT false NOT NULL;