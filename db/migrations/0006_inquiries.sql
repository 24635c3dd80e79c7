CREATE TABLE `inquiries` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`body` text NOT NULL,
	`people` integer DEFAULT 1 NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`forwarded_at` integer,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`handled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_id_unique` ON `inquiries` (`id`);--> statement-breakpoint
CREATE INDEX `inquiries_entry` ON `inquiries` (`entry_n`,`confirmed_at`);--> statement-breakpoint
CREATE INDEX `inquiries_unconfirmed` ON `inquiries` (`created_at`) WHERE "inquiries"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `inquiries_unsent` ON `inquiries` (`n`) WHERE "inquiries"."confirmed_at" IS NOT NULL AND "inquiries"."forwarded_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_once` ON `inquiries` (`entry_n`,`email`) WHERE "inquiries"."confirmed_at" is not null;