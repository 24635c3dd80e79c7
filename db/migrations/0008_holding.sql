ALTER TABLE `decisions` ADD `public_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `undoes` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `report_id` text;--> statement-breakpoint
CREATE INDEX `decisions_subject` ON `decisions` (`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by` ON `decisions` (`by`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_undoes` ON `decisions` (`undoes`) WHERE "decisions"."undoes" is not null;--> statement-breakpoint
ALTER TABLE `reports` ADD `wishes_forward` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `forwarded_at` integer;--> statement-breakpoint
ALTER TABLE `reports` ADD `forwarded_to` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `forward_id` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `announced_at` integer;--> statement-breakpoint
CREATE INDEX `reports_subject` ON `reports` (`subject_id`);--> statement-breakpoint
CREATE INDEX `reports_announced` ON `reports` (`announced_at`);