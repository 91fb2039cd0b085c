package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// ratingsOfDays are the ratings of the days from first to last.
type ratingsOfDays struct {
	store.RatingStats
	first, last store.Day
}

// newRatingStatsType is how customers rated the work in some days.
func newRatingStatsType(t *types) *graphql.Object {
	ofEmployee := graphql.NewObject(graphql.ObjectConfig{
		Name: "EmployeeRating", Description: "How customers rated the work of one member.",
		Fields: graphql.Fields{
			"employee": {
				Type: t.user, Description: "Who was responsible when it was rated; null for nobody.",
				Resolve: relation[store.EmployeeRating](func(ctx context.Context, r *request, rating store.EmployeeRating) (any, error) {
					return referred(ctx, r.staff, rating.EmployeeID)
				}).field(),
			},
			"count": {
				Type: nonNull(graphql.Int), Description: "How many ratings.",
				Resolve: property(func(r store.EmployeeRating) any { return r.Count }),
			},
			"average": {
				Type: nonNull(graphql.Float), Description: "Their average, from 1 to 5.",
				Resolve: property(func(r store.EmployeeRating) any { return r.Average }),
			},
		},
	})
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "RatingStats", Description: "How customers rated the work in some days.",
		Fields: graphql.Fields{
			"count": {
				Type: nonNull(graphql.Int), Description: "How many ratings were given.",
				Resolve: property(func(r ratingsOfDays) any { return r.Count }),
			},
			"average": {
				Type: graphql.Float, Description: "Their average, from 1 to 5; null for none.",
				Resolve: property(func(r ratingsOfDays) any {
					if r.Count == 0 {
						return nil
					}
					return r.Average
				}),
			},
			"byEmployee": {
				Type: nonNull(graphql.NewList(nonNull(ofEmployee))), Description: "Those with the most ratings first.",
				Resolve: property(func(r ratingsOfDays) any { return r.ByEmployee }),
			},
			"poor": {
				Type: nonNull(graphql.NewList(nonNull(t.task))), Description: "The tasks that were rated with 3 or less, the latest first: 20 at most.",
				Resolve: relation[ratingsOfDays](func(ctx context.Context, r *request, ratings ratingsOfDays) (any, error) {
					tasks, err := r.store.PoorlyRated(ctx, ratings.first, ratings.last)
					r.foundTasks(tasks)
					return tasks, err
				}).field(),
			},
		},
	})
}

// ratingStats counts the ratings of the days that were asked for.
func ratingStats(ctx context.Context, r *request, stats store.Stats) (any, error) {
	ratings := ratingsOfDays{first: stats.Days[0].Day, last: stats.Days[len(stats.Days)-1].Day}
	var err error
	ratings.RatingStats, err = r.store.RatingStats(ctx, ratings.first, ratings.last)
	for _, rating := range ratings.ByEmployee {
		r.staff.announceSome(rating.EmployeeID)
	}
	return ratings, err
}
