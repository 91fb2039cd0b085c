package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// statusCount and categoryCount are one row of a count.
type statusCount struct {
	status store.Status
	count  int
}

type categoryCount struct {
	category store.Category
	count    int
}

func (a *API) statsQuery(t *types) graphql.Fields {
	count := func(name, about string, by *graphql.Field, number graphql.FieldResolveFn) *graphql.NonNull {
		return nonNull(graphql.NewList(nonNull(graphql.NewObject(graphql.ObjectConfig{
			Name: name, Description: about,
			Fields: graphql.Fields{
				by.Name: by,
				"count": {Type: nonNull(graphql.Int), Description: "How many tasks.", Resolve: number},
			},
		}))))
	}
	byStatus := count("StatusCount", "How many tasks have a status.", &graphql.Field{
		Name: "status", Type: nonNull(t.status), Description: "The status that they have now.",
		Resolve: property(func(c statusCount) any { return c.status }),
	}, property(func(c statusCount) any { return c.count }))
	byCategory := count("CategoryCount", "How many tasks are of a category.", &graphql.Field{
		Name: "category", Type: nonNull(t.category), Description: "The category.",
		Resolve: property(func(c categoryCount) any { return c.category }),
	}, property(func(c categoryCount) any { return c.count }))
	day := graphql.NewObject(graphql.ObjectConfig{
		Name: "DayCount", Description: "Figures of one day.",
		Fields: graphql.Fields{
			"day": {
				Type: nonNull(graphql.String), Description: "YYYY-MM-DD in the business's time zone.",
				Resolve: property(func(d store.DayStats) any { return string(d.Day) }),
			},
			"created": {
				Type: nonNull(graphql.Int), Description: "How many tasks were created.",
				Resolve: property(func(d store.DayStats) any { return d.Created }),
			},
			"closed": {
				Type: nonNull(graphql.Int), Description: "How many tasks were closed, and still are.",
				Resolve: property(func(d store.DayStats) any { return d.Closed }),
			},
			"medianSecondsToReady": {
				Type: graphql.Float, Description: "The median time in seconds from a task's creation until it first became READY, of those that did on this day; null when none did.",
				Resolve: property(func(d store.DayStats) any { return seconds(d.MedianToReady) }),
			},
		},
	})
	stats := graphql.NewObject(graphql.ObjectConfig{
		Name: "StatsType", Description: "Figures of some days.",
		Fields: graphql.Fields{
			"total": {
				Type: nonNull(graphql.Int), Description: "How many tasks were created in these days.",
				Resolve: property(func(s store.Stats) any { return s.Total }),
			},
			"byStatus": {
				Type: byStatus, Description: "The tasks created in these days by the status they have now: every status, zeros included.",
				Resolve: property(func(s store.Stats) any {
					var counts []statusCount
					for _, status := range store.Statuses() {
						counts = append(counts, statusCount{status, s.ByStatus[status]})
					}
					return counts
				}),
			},
			"byCategory": {
				Type: byCategory, Description: "The tasks created in these days by category: every category, zeros included.",
				Resolve: property(func(s store.Stats) any {
					var counts []categoryCount
					for _, category := range store.Categories() {
						counts = append(counts, categoryCount{category, s.ByCategory[category]})
					}
					return counts
				}),
			},
			"days": {
				Type: nonNull(graphql.NewList(nonNull(day))), Description: "Every day, in order, zeros included.",
				Resolve: property(func(s store.Stats) any { return s.Days }),
			},
			"medianSecondsToReady": {
				Type: graphql.Float, Description: "The median time in seconds from a task's creation until it first became READY, of those that did in these days; null when none did.",
				Resolve: property(func(s store.Stats) any { return seconds(s.MedianToReady) }),
			},
			"ratings": {
				Type: nonNull(newRatingStatsType(t)), Description: "How customers rated the work in these days.",
				Resolve: relation[store.Stats](ratingStats).field(),
			},
			"agreed": {
				Type:        nonNull(t.long),
				Description: "What customers agreed to in these days, in hundredths of the currency; of a task its newest ACCEPTED estimate counts.",
				Resolve: relation[store.Stats](func(ctx context.Context, r *request, stats store.Stats) (any, error) {
					total, err := r.store.AgreedTotal(ctx, stats.Days[0].Day, stats.Days[len(stats.Days)-1].Day)
					return total, err
				}).field(),
			},
		},
	})
	return graphql.Fields{
		"stats": {
			Type: stats, Description: "Figures of some days, at most 400 of them.",
			Args: graphql.FieldConfigArgument{
				"dateStart": {Type: nonNull(graphql.String), Description: "The first day, YYYY-MM-DD in the business's time zone."},
				"dateEnd":   {Type: nonNull(graphql.String), Description: "The last day, YYYY-MM-DD. It belongs to them."},
			},
			Resolve: a.reads(a.stats),
		},
	}
}

func (a *API) stats(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	first, err := store.ParseDay("dateStart", args.text("dateStart"))
	if err != nil {
		return nil, err
	}
	last, err := store.ParseDay("dateEnd", args.text("dateEnd"))
	if err != nil {
		return nil, err
	}
	stats, err := a.store.Stats(ctx, first, last)
	return stats, err
}

// seconds gives null for no duration.
func seconds(d *time.Duration) any {
	if d == nil {
		return nil
	}
	return d.Seconds()
}
