package api

import (
	"reflect"
	"strings"

	"github.com/graphql-go/graphql"
	executable "github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/kinds"
	"github.com/graphql-go/graphql/language/visitor"
	"github.com/vektah/gqlparser/v2/ast"
)

// maxComplaints is how many errors of one document are reported.
const maxComplaints = 20

// validate stops at maxComplaints: graphql-go looks for similar names at each.
func (d *documents) validate(tree *executable.Document) []responseError {
	types := graphql.NewTypeInfo(&graphql.TypeInfoConfig{Schema: d.schema})
	found := graphql.NewValidationContext(d.schema, tree, types)
	var rules []*visitor.VisitorOptions
	for _, rule := range validationRules() {
		rules = append(rules, rule(found).VisitorOpts)
	}
	all := visitor.VisitInParallel(rules...)
	enter := all.Enter
	all.Enter = func(p visitor.VisitFuncParams) (string, any) {
		if len(found.Errors()) >= maxComplaints {
			return visitor.ActionBreak, nil
		}
		return enter(p)
	}
	visitor.Visit(tree, visitor.VisitWithTypeInfo(types, all), nil)

	var failures []responseError
	complaints := found.Errors()
	for _, complaint := range complaints[:min(len(complaints), maxComplaints)] {
		message := complaint.Message
		if !d.introspection {
			message, _, _ = strings.Cut(message, " Did you mean ") // which would tell names
		}
		failure := invalidRequest("%s", message)
		failure.Locations = locationsOf(complaint)
		failures = append(failures, failure)
	}
	return failures
}

// validationRules are graphql-go's, without the one for which there is fragments.conflict.
func validationRules() []graphql.ValidationRuleFn {
	var rules []graphql.ValidationRuleFn
	for _, rule := range graphql.SpecifiedRules {
		switch reflect.ValueOf(rule).Pointer() {
		case reflect.ValueOf(graphql.OverlappingFieldsCanBeMergedRule).Pointer():
			continue
		case reflect.ValueOf(graphql.PossibleFragmentSpreadsRule).Pointer():
			rule = possibleFragmentSpreadsRule
		}
		rules = append(rules, rule)
	}
	return rules
}

// possibleFragmentSpreadsRule is graphql-go's, which refuses inline fragments without a type inside
// of lists: it compares the elements' type with the list's.
func possibleFragmentSpreadsRule(context *graphql.ValidationContext) *graphql.ValidationRuleInstance {
	rule := graphql.PossibleFragmentSpreadsRule(context)
	check := rule.VisitorOpts.KindFuncMap[kinds.InlineFragment].Kind
	rule.VisitorOpts.KindFuncMap[kinds.InlineFragment] = visitor.NamedVisitFuncs{Kind: func(p visitor.VisitFuncParams) (string, any) {
		if fragment, ok := p.Node.(*executable.InlineFragment); ok && fragment.TypeCondition == nil {
			return visitor.ActionNoChange, nil
		}
		return check(p)
	}}
	return rule
}

func conflictError(one, other *ast.Field) responseError {
	failure := invalidRequest("Fields %q conflict: they ask for different fields, or with different arguments. Give them different aliases.", one.Alias)
	for _, field := range []*ast.Field{one, other} {
		failure.Locations = append(failure.Locations, errorLocation{Line: field.Position.Line, Column: field.Position.Column})
	}
	return failure
}
