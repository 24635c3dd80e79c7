CREATE TABLE `assembly_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`sort` text NOT NULL,
	`subject_id` text NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assembly_letters_assembly` ON `assembly_letters` (`assembly_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `picture_id` text;