# GitHub proves which repository and environment a job belongs to; no key is stored anywhere.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# The most that any role of Payweek can ever do, whatever its own policy says: write its own logs, and use the buckets by
# which the machines get releases and leave backups. A deploy role may make roles, but only behind this.
resource "aws_iam_policy" "boundary" {
  name        = "payweek-boundary"
  description = "The most that a role made by a deployment can do"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:CreateLogGroup"]
        Resource = "arn:aws:logs:${var.region}:${local.account}:log-group:*"
      },
      {
        Sid      = "Machines"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::payweek-service-*"
      },
    ]
  })
}

resource "aws_iam_role" "deploy" {
  for_each             = local.stages
  name                 = "payweek-deploy-${each.key}"
  max_session_duration = 7200

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        # Exactly this repository and exactly this environment; GitHub's settings say which runs may use that.
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:${var.repository}:environment:${each.key}"
        }
      }
    }]
  })
}

locals {
  here = "${var.region}:${local.account}"
  # Production has the plain names; QA's end in its own.
  suffix = { qa = "-qa", production = "" }

  # One list of what a deployment does, by what it does it to. Two stages in one account cannot touch each other.
  deployment = { for stage in local.stages : stage => [
    {
      Sid    = "State"
      Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      Resource = [
        "${aws_s3_bucket.state.arn}/payweek/${stage}.tfstate",
        "${aws_s3_bucket.state.arn}/payweek/${stage}.tfstate.tflock",
        "${aws_s3_bucket.state.arn}/payweek/${stage}-service.tfstate",
        "${aws_s3_bucket.state.arn}/payweek/${stage}-service.tfstate.tflock",
      ]
    },
    {
      Sid      = "FindState"
      Action   = ["s3:ListBucket"]
      Resource = [aws_s3_bucket.state.arn]
    },
    {
      Sid = "LogsBucket"
      Action = [
        "s3:CreateBucket", "s3:DeleteBucket", "s3:ListBucket", "s3:GetBucket*", "s3:PutBucket*", "s3:DeleteBucketPolicy",
        "s3:GetAccelerateConfiguration", "s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration",
        "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration", "s3:GetMetricsConfiguration",
        "s3:PutMetricsConfiguration", "s3:GetReplicationConfiguration", "s3:PutObject",
      ]
      Resource = ["arn:aws:s3:::finance-tracker-logs-${stage}-*"]
    },
    {
      Sid = "Topic"
      Action = [
        "sns:CreateTopic", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:SetTopicAttributes", "sns:Subscribe",
        "sns:ListTagsForResource", "sns:TagResource",
      ]
      Resource = ["arn:aws:sns:${local.here}:finance-tracker-alarms${local.suffix[stage]}"]
    },
    {
      # A subscription's ARN ends in something that nobody knows before.
      Sid      = "Subscription"
      Action   = ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"]
      Resource = ["arn:aws:sns:${local.here}:finance-tracker-alarms${local.suffix[stage]}:*"]
    },
    {
      Sid = "Alarms"
      Action = [
        "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms",
        "cloudwatch:ListTagsForResource", "cloudwatch:TagResource",
      ]
      Resource = [
        "arn:aws:cloudwatch:${local.here}:alarm:finance-tracker-s3-4xx-errors${local.suffix[stage]}",
        "arn:aws:cloudwatch:${local.here}:alarm:payweek-${stage}-*",
      ]
    },
    {
      Sid    = "Dashboard"
      Action = ["cloudwatch:PutDashboard", "cloudwatch:GetDashboard", "cloudwatch:DeleteDashboards"]
      Resource = [
        "arn:aws:cloudwatch::${local.account}:dashboard/finance-tracker-dashboard${local.suffix[stage]}",
      ]
    },
    {
      Sid = "Stacks"
      Action = [
        "cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet", "cloudformation:ExecuteChangeSet",
        "cloudformation:DeleteChangeSet", "cloudformation:DescribeStacks", "cloudformation:DescribeStackEvents",
        "cloudformation:DeleteStack", "cloudformation:ContinueUpdateRollback", "cloudformation:GetTemplateSummary",
        "cloudformation:DetectStackDrift", "cloudformation:DetectStackResourceDrift",
        "cloudformation:DescribeStackResourceDrifts", "cloudformation:TagResource",
      ]
      Resource = [
        "arn:aws:cloudformation:${local.here}:stack/payweek-${stage}/*",
        "arn:aws:cloudformation:${local.here}:stack/payweek-${stage}-migration/*",
      ]
    },
    {
      Sid      = "Transform"
      Action   = ["cloudformation:CreateChangeSet"]
      Resource = ["arn:aws:cloudformation:${var.region}:aws:transform/Serverless-2016-10-31"]
    },
    {
      Sid = "Function"
      Action = [
        "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction", "lambda:GetFunctionConfiguration",
        "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:PublishVersion",
        "lambda:ListVersionsByFunction", "lambda:CreateAlias", "lambda:UpdateAlias", "lambda:DeleteAlias",
        "lambda:GetAlias", "lambda:AddPermission", "lambda:RemovePermission", "lambda:GetPolicy", "lambda:ListTags",
        "lambda:TagResource", "lambda:UntagResource", "lambda:InvokeFunction",
      ]
      Resource = ["arn:aws:lambda:${local.here}:function:payweek-${stage}-*"]
    },
    {
      # AWS numbers its APIs as it likes, so their names cannot be said beforehand; the paths are of HTTP APIs only.
      Sid = "Api"
      Action = [
        "apigateway:GET", "apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE",
      ]
      Resource = [
        "arn:aws:apigateway:${var.region}::/apis", "arn:aws:apigateway:${var.region}::/apis/*",
        "arn:aws:apigateway:${var.region}::/tags/*",
      ]
    },
    {
      Sid = "Logs"
      Action = [
        "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy",
        "logs:TagResource", "logs:ListTagsForResource",
      ]
      Resource = ["arn:aws:logs:${local.here}:log-group:payweek-${stage}-*"]
    },
    {
      Sid = "ReadRoles"
      Action = [
        "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies",
        "iam:DeleteRole", "iam:TagRole", "iam:DeleteRolePolicy",
      ]
      Resource = ["arn:aws:iam::${local.account}:role/payweek-${stage}-*"]
    },
    {
      Sid       = "MakeRolesBehindTheBoundary"
      Action    = ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"]
      Resource  = ["arn:aws:iam::${local.account}:role/payweek-${stage}-*"]
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }
    },
    {
      Sid       = "HandRolesToLambda"
      Action    = ["iam:PassRole"]
      Resource  = ["arn:aws:iam::${local.account}:role/payweek-${stage}-*"]
      Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }
    },
    {
      # CloudFormation reads it on behalf of whoever deploys; the function itself never does.
      Sid      = "DatabaseSecret"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = ["arn:aws:secretsmanager:${local.here}:secret:payweek/${stage}-*"]
    },
    {
      Sid = "Images"
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:DescribeImages",
        "ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy",
      ]
      Resource = [aws_ecr_repository.payweek.arn]
    },
  ] }

  # Only QA builds; production runs what QA accepted.
  building = {
    qa = [{
      Sid = "PushImages"
      Action = [
        "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage",
        "ecr:BatchDeleteImage",
      ]
      Resource = [aws_ecr_repository.payweek.arn]
    }]
    production = []
  }

  # What AWS cannot restrict to a thing, because the request names none or makes one.
  anywhere = [{
    Sid = "NamesNothing"
    Action = [
      "ecr:GetAuthorizationToken", "sts:GetCallerIdentity", "cloudformation:DescribeStackDriftDetectionStatus",
      "logs:DescribeLogGroups", "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery",
      "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies",
    ]
    Resource = ["*"]
  }]
}

resource "aws_iam_role_policy" "deploy" {
  for_each = local.stages
  name     = "deploy"
  role     = aws_iam_role.deploy[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for statement in concat(local.deployment[each.key], local.building[each.key], local.anywhere) :
      merge({ Effect = "Allow" }, statement)
    ]
  })
}
