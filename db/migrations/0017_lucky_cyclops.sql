CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`sort` text NOT NULL,
	`reader` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `inquiries` ADD `told` text;