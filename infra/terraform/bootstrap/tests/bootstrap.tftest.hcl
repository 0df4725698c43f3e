mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::payweek-state-x"
    }
  }

  mock_resource "aws_ecr_repository" {
    defaults = {
      arn = "arn:aws:ecr:us-west-2:123456789012:repository/payweek"
    }
  }

  mock_resource "aws_iam_openid_connect_provider" {
    defaults = {
      arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:iam::123456789012:policy/payweek-boundary"
    }
  }
}

variables {
  repository = "owner@1/name@2"
  email      = "owner@example.org"
}

run "each_role_trusts_one_environment_of_one_repository" {
  command = apply

  assert {
    condition = alltrue([
      for stage, role in aws_iam_role.deploy :
      jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals == {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:owner@1/name@2:environment:${stage}"
      }
    ])
    error_message = "A deploy role must trust exactly one subject."
  }

  assert {
    condition     = toset(keys(aws_iam_role.deploy)) == toset(["qa", "production"])
    error_message = "There are two roles."
  }
}

run "a_deployment_can_do_what_it_needs_and_no_more" {
  command = apply

  assert {
    condition = alltrue([
      for policy in aws_iam_role_policy.deploy : alltrue([
        for statement in jsondecode(policy.policy).Statement :
        statement.Effect == "Allow" && !contains(statement.Action, "*")
        && alltrue([for action in statement.Action : !endswith(action, ":*")])
        && (statement.Sid == "NamesNothing" || !contains(statement.Resource, "*"))
      ])
    ])
    error_message = "No action and no resource may be everything."
  }

  assert {
    condition = alltrue([
      for policy in aws_iam_role_policy.deploy : alltrue([
        for statement in jsondecode(policy.policy).Statement :
        try(statement.Condition.StringEquals["iam:PermissionsBoundary"], "") == aws_iam_policy.boundary.arn
        if contains(statement.Action, "iam:CreateRole")
      ])
    ])
    error_message = "A role may only be made behind the boundary."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.deploy["production"].policy, "ecr:PutImage")
    error_message = "Production builds nothing."
  }

  assert {
    condition     = !strcontains(replace(aws_iam_role_policy.deploy["qa"].policy, "qa", ""), "production")
    error_message = "QA must not touch production."
  }

  assert {
    condition     = length(aws_iam_role_policy.deploy["qa"].policy) < 10240
    error_message = "AWS takes 10,240 characters of policies inside a role."
  }
}

run "a_role_of_a_deployment_can_do_nothing_but_write_logs_and_use_the_machines_buckets" {
  command = apply

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.Sid == "Logs"
      ? alltrue([for action in statement.Action : startswith(action, "logs:")])
      : statement.Resource == "arn:aws:s3:::payweek-service-*"
    ])
    error_message = "The boundary is for logs and the machines' buckets."
  }
}

run "a_machine_can_be_deployed_and_no_other_touched" {
  command = apply

  assert {
    condition = alltrue([
      for policy in aws_iam_policy.service : alltrue([
        for statement in jsondecode(policy.policy).Statement :
        alltrue([for action in statement.Action : !endswith(action, ":*")])
        && (statement.Sid == "NamesNothing" || !contains(statement.Resource, "*"))
        && (statement.Sid != "NamesNothing" || alltrue([
          for action in statement.Action : startswith(action, "ec2:Describe") || startswith(action, "ec2:Get")
        ]))
      ])
    ])
    error_message = "No action may be everything; of things without a name, only reading."
  }

  assert {
    condition = alltrue([
      for stage, policy in aws_iam_policy.service : alltrue([
        for statement in jsondecode(policy.policy).Statement :
        try(statement.Condition.StringEquals["aws:ResourceTag/stage"], "") == stage
        if anytrue([
          for action in statement.Action : can(regex("(Delete\\*|Terminate|Stop|DeleteDistribution)", action))
        ]) && statement.Sid != "Bucket"
      ])
    ])
    error_message = "Only what carries the stage may be taken away."
  }

  assert {
    condition = alltrue([
      for policy in aws_iam_policy.service : alltrue([
        for statement in jsondecode(policy.policy).Statement :
        try(statement.Condition.StringEquals["iam:PermissionsBoundary"], "") == aws_iam_policy.boundary.arn
        if contains(statement.Action, "iam:CreateRole")
      ])
    ])
    error_message = "A role may only be made behind the boundary."
  }

  assert {
    condition     = length(replace(aws_iam_policy.service["production"].policy, " ", "")) < 6144
    error_message = "AWS takes 6,144 characters of a policy of its own."
  }
}

run "somebody_is_mailed_before_it_is_dear" {
  command = apply

  assert {
    condition = (
      aws_budgets_budget.monthly.limit_amount == "10"
      && toset([for n in aws_budgets_budget.monthly.notification : n.threshold]) == toset([50, 100])
    )
    error_message = "Half of the budget and all of it are mailed."
  }
}

run "images_stay_what_they_were" {
  command = apply

  assert {
    condition     = aws_ecr_repository.payweek.image_tag_mutability == "IMMUTABLE"
    error_message = "A tag must not move."
  }

  assert {
    condition     = aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "State that was overwritten must be recoverable."
  }
}

run "the_state_is_reached_over_tls_alone" {
  command = apply

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement :
      statement.Effect == "Deny" && statement.Condition.Bool["aws:SecureTransport"] == "false"
      && contains(statement.Resource, "${aws_s3_bucket.state.arn}/*")
    ])
    error_message = "Nobody may read the state in clear."
  }
}

run "a_wildcard_is_no_repository" {
  command = plan

  variables {
    repository = "owner/*"
  }

  expect_failures = [var.repository]
}
