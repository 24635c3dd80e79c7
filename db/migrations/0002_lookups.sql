CREATE INDEX `actors_shared_inbox` ON `actors` (`shared_inbox`);--> statement-breakpoint
CREATE INDEX `actors_role` ON `actors` (`role`) WHERE "actors"."role" is not null;--> statement-breakpoint
CREATE INDEX `actors_entry` ON `actors` (`entry_id`) WHERE "actors"."entry_id" is not null;